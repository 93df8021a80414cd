package vn.nhipso.indicator.finding;

import java.util.Comparator;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.figure.Scope;

/** An oddity and the measurement it is of. */
public record Recorded(String unit, String period, String indicator, Scope scope, Oddity oddity) {

    /** In which all writers touch the rows of findings. */
    static final Comparator<Recorded> ORDER = Comparator.comparing(Recorded::unit)
            .thenComparing(Recorded::period)
            .thenComparing(Recorded::indicator)
            .thenComparing(recorded -> recorded.scope().name())
            .thenComparing(recorded -> recorded.oddity().code().name());

    /** What was looked at when it was found. */
    public Checked checked() {
        return new Checked(unit, period, indicator, scope, oddity.code());
    }
}
