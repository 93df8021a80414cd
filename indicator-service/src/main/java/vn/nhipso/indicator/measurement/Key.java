package vn.nhipso.indicator.measurement;

import java.util.Comparator;
import vn.nhipso.indicator.figure.Scope;

/** The natural key of a measurement. Its order is that of the table, in which all writers take their row locks. */
public record Key(String unit, String period, String indicator, Scope scope) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::unit)
            .thenComparing(Key::period)
            .thenComparing(Key::indicator)
            .thenComparing(key -> key.scope().name());

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    /** As in events. */
    @Override
    public String toString() {
        return indicator + "|" + unit + "|" + period + "|" + scope;
    }
}
