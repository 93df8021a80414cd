package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is answered: the body that was put, complete with defaults, and what the service adds.
 *
 * @param sequence on the answer to a write
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"code", "version", "revision"})
@Schema(name = "Indicator", allOf = DefineIndicator.class)
public record IndicatorView(
        @Schema(examples = "DG01") String code,
        @Schema(description = "Counts changes of meaning") int version,

        @Schema(description = "Counts every change; it is the ETag")
        int revision,

        @JsonUnwrapped @Schema(hidden = true) DefineIndicator body,
        Instant recordedAt,

        @Schema(description = "Up to where this write reaches; only after a write") @Nullable String sequence) {

    static IndicatorView of(Indicator indicator) {
        return of(indicator, null);
    }

    static IndicatorView of(Indicator indicator, @Nullable String sequence) {
        return new IndicatorView(
                indicator.code(),
                indicator.version(),
                indicator.revision(),
                indicator.body(),
                indicator.recordedAt(),
                sequence);
    }

    boolean countsOn(LocalDate day) {
        return (body.validFrom() == null || !day.isBefore(body.validFrom()))
                && (body.validTo() == null || day.isBefore(body.validTo()));
    }

    /** The strong entity tag of a state. */
    String etag() {
        return Integer.toString(revision);
    }
}
