package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.Text;

/**
 * What is odd about an accepted measurement.
 *
 * @param proposedDenominator what would make it right, where exactly one whole number does
 * @param basis what somebody acknowledges who acknowledges it: while it is the same, so is the finding
 */
public record Oddity(Code code, Text detail, @Nullable BigDecimal proposedDenominator, String basis) {

    Oddity(Code code, Text detail, @Nullable BigDecimal proposedDenominator) {
        this(code, detail, proposedDenominator, detail.vi());
    }

    /** The kinds of findings; contract. */
    public enum Code {
        STATED_PERCENT_DIFFERS(Severity.WARNING),
        WHOLE_OUTSIDE_PARTS(Severity.WARNING),
        STATUS_DIFFERS(Severity.WARNING),
        JUMP(Severity.WARNING),
        OUTLIER(Severity.WARNING),
        WEIGHT_DIFFERS(Severity.WARNING),
        OFF_FREQUENCY(Severity.INFO),
        DUPLICATE_STATEMENT(Severity.INFO);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING
    }

    static Oddity of(Code code, Text detail) {
        return new Oddity(code, detail, null);
    }
}
