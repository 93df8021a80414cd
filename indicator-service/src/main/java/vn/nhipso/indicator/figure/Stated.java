package vn.nhipso.indicator.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the source says in its own words beside, or instead of, the figure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the source says in its own words")
public record Stated(
        @Schema(description = "Its verdict", examples = "vượt kế hoạch đề ra") @Nullable String status,

        @Schema(description = "The year the verdict is expected for", examples = "2025") @Nullable Integer dueYear,

        @Schema(description = "Against last year", examples = "giảm") @Nullable String trend,

        @Schema(description = "Place in a ranking", examples = "4") @Nullable Integer rank,

        @Schema(description = "Among how many") @Nullable Integer rankOf,

        @Schema(description = "Among whom", examples = "xã, thị trấn trong tỉnh") @Nullable String rankAmong) {

    @JsonIgnore
    public boolean isEmpty() {
        return status == null
                && dueYear == null
                && trend == null
                && rank == null
                && rankOf == null
                && rankAmong == null;
    }

    /** What is left out here is as before. */
    Stated over(@Nullable Stated before) {
        return before == null
                ? this
                : new Stated(
                        Content.or(status, before.status),
                        Content.or(dueYear, before.dueYear),
                        Content.or(trend, before.trend),
                        Content.or(rank, before.rank),
                        Content.or(rankOf, before.rankOf),
                        Content.or(rankAmong, before.rankAmong));
    }
}
