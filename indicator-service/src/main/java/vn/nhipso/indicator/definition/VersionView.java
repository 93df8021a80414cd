package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a definition in its last words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"version", "status"})
@Schema(
        name = "IndicatorVersion",
        allOf = DefineIndicator.class,
        description = "A version in its last words; validFrom and validTo are the days on which it counts")
public record VersionView(
        int version,

        @Schema(description = "Today; REPLACED where a later version took its place from its first day on")
        Status status,

        @JsonUnwrapped @Schema(hidden = true) DefineIndicator body,

        @Schema(description = "The fields in which it differs from the version before", examples = "[\"kind\"]")
        List<String> changed,

        @Schema(description = "Its wordings, newest first") List<Wording> revisions) {

    /** One wording of a version. */
    @Schema(name = "IndicatorWording", description = "Who said it so, and when")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wording(
            int revision,
            Instant recordedAt,

            @Schema(description = "Shown to those who have a role") @Nullable String author,

            @Schema(description = "Why, where it was said") @Nullable String reason,

            @Schema(description = "The fields that were changed by it")
            List<String> changed) {}
}
