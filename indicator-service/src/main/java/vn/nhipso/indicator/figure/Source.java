package vn.nhipso.indicator.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a figure comes from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where the figure comes from")
public record Source(
        @Schema(examples = "Báo cáo chuyển đổi số 6 tháng đầu năm 2022") @Nullable String title,

        @Schema(description = "Number of the document", examples = "125/BC-UBND") @Nullable String number,

        @Schema(description = "Day of the document or article", examples = "2022-08-09") @Nullable String date,

        @Nullable String url) {

    @JsonIgnore
    public boolean isEmpty() {
        return title == null && number == null && date == null && url == null;
    }

    /** What is left out here is as before. */
    Source over(@Nullable Source before) {
        return before == null
                ? this
                : new Source(
                        Content.or(title, before.title),
                        Content.or(number, before.number),
                        Content.or(date, before.date),
                        Content.or(url, before.url));
    }
}
