package vn.nhipso.indicator.definition;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Which definitions are asked for. */
public class IndicatorFilter {

    private static final int LONGEST = 200;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of the code, a name, the definition, numerator, denominator or custodian, in any order, diacritics or not;"
                            + " the last one may be its beginning",
            example = "ho so truc tuy")
    @Nullable String words;

    @QueryParam("pillar")
    @Nullable Pillar pillar;

    @QueryParam("kind")
    @Nullable Kind kind;

    @QueryParam("level")
    @Parameter(description = "A level that has a part of its own", example = "COMMUNE")
    @Nullable Level level;

    @QueryParam("frequency")
    @Nullable Frequency frequency;

    @QueryParam("status")
    @Parameter(description = "On validOn, or today")
    @Nullable Status status;

    @QueryParam("validOn")
    @Parameter(
            description = "Those that count on that day; with status, those of that status then",
            example = "2024-06-30")
    @Nullable LocalDate validOn;

    public IndicatorFilter() {}

    /** All parameters, for binding a cursor to them. */
    String[] all() {
        return new String[] {
            String.valueOf(words),
            String.valueOf(pillar),
            String.valueOf(kind),
            String.valueOf(level),
            String.valueOf(frequency),
            String.valueOf(status),
            String.valueOf(validOn)
        };
    }

    /** The words that are asked for, if any. */
    @Nullable String wantedWords() {
        if (words != null && words.length() > LONGEST) {
            Text detail = Text.of("q có tối đa %d ký tự.", "q has %d characters at most.", LONGEST);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("q", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return words == null || words.isBlank() ? null : words;
    }

    /** The status that is asked for, if any. */
    @Nullable Status wantedStatus() {
        return status == null && validOn != null ? Status.IN_FORCE : status;
    }
}
