package vn.nhipso.reporting.rollup;

import java.util.Comparator;

/** An indicator and a period whose rollups are kept. */
public record KeptPeriod(String indicator, String period) implements Comparable<KeptPeriod> {

    private static final Comparator<KeptPeriod> ORDER =
            Comparator.comparing(KeptPeriod::indicator).thenComparing(KeptPeriod::period);

    @Override
    public int compareTo(KeptPeriod other) {
        return ORDER.compare(this, other);
    }
}
