package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;

/** One measurement among those of its unit and period, as the finding rules look at it. */
public record Figure(
        String indicator,
        Kind kind,
        Scope scope,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        List<Qualifier> qualifiers) {

    /** Whether counts and a percentage are stated, so that one can be held against the other. */
    boolean statesBoth() {
        return kind == Kind.RATIO
                && numerator != null
                && denominator != null
                && denominator.signum() > 0
                && value != null;
    }

    /** Whether the stated percentage is the one of the counts, at its own number of decimals. */
    boolean percentAgrees() {
        BigDecimal computed = value == null ? null : Percent.rounded(numerator, denominator, value.scale());
        return value == null || computed == null || computed.compareTo(value) == 0;
    }
}
