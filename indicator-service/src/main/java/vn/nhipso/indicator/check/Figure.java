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

    private static final int EXACT = 10;

    /** Whether counts and a percentage are stated, so that one can be held against the other. */
    boolean statesBoth() {
        return kind == Kind.RATIO
                && numerator != null
                && denominator != null
                && denominator.signum() > 0
                && value != null;
    }

    /** As {@link #statesBoth}, and neither is said to be rough. */
    boolean statesBothExactly() {
        return statesBoth() && qualifiers.isEmpty();
    }

    /** Whether the stated percentage is the one of the counts, at its own number of decimals; where it is said to be rough, within what that says. */
    boolean percentAgrees() {
        if (value == null) {
            return true;
        }
        BigDecimal computed = Percent.rounded(numerator, denominator, value.scale());
        BigDecimal exact = Percent.rounded(numerator, denominator, EXACT);
        return computed == null
                || exact == null
                || computed.compareTo(value) == 0
                || Rough.of(value, qualifiers).holds(exact);
    }
}
