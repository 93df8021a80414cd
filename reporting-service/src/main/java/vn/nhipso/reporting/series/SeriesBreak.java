package vn.nhipso.reporting.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a point is not to be compared with the one before. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "SeriesBreak",
        description =
                "Between the point before and this one it came to be of other people, of other units or by another definition")
public record SeriesBreak(
        Reason reason, @Nullable Change change, @Nullable Versions definition) {

    /** What became another; where it is several, the first of these. */
    @Schema(
            description =
                    "UNIT: the unit took people in or gave them away, or another bears the code; BELOW: units below it came or went; DEFINITION: another"
                            + " version of the definition holds")
    public enum Reason {
        UNIT,
        BELOW,
        DEFINITION
    }

    /**
     * The change of units that did it.
     *
     * @param kind as the directory says, absent where no change of that day is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SeriesChange")
    public record Change(
            @Schema(examples = "CATALOGUE") @Nullable String kind,

            @Schema(description = "The legal act: number, issuer, issued on", implementation = Object.class) @Nullable JsonNode act,

            LocalDate effectiveOn) {}

    /** Versions of the definition before and now. */
    @Schema(name = "SeriesDefinitions")
    public record Versions(int before, int now) {}
}
