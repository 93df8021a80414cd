package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.nhipso.reporting.rollup.KeptPeriod;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/**
 * Periods that are made by one statement.
 *
 * @param weighed whether they are of SHAREs, which come after all others
 * @param facts figures of these periods
 */
record Chunk(List<KeptPeriod> periods, boolean weighed, long facts) {

    private static final SqlText CHUNKS = SqlText.of(Chunk.class, "chunks.sql");

    /** What is said of a period of a chunk; periods with others inside take longer, and make all beside them take longer. */
    private record Sized(KeptPeriod period, boolean weighed, boolean nested, long facts) {}

    /**
     * Of about the same size, those of SHAREs last. Periods that are not kept are left out.
     *
     * @param most figures of one
     * @param workers how many are made at once: none of them shall wait for the other at the end
     */
    static List<Chunk> of(Connection connection, Collection<KeptPeriod> periods, int most, int workers)
            throws SQLException {
        List<Sized> sized = sized(connection, periods);
        long facts = sized.stream().mapToLong(Sized::facts).sum();
        long size = Math.min(most, facts / workers + 1);
        List<Chunk> all = new ArrayList<>();
        for (boolean weighed : new boolean[] {false, true}) {
            for (boolean nested : new boolean[] {false, true}) {
                Filling filling = new Filling(weighed, size);
                for (Sized period : sized) {
                    if (period.weighed() == weighed && period.nested() == nested) {
                        filling.add(period.period(), period.facts());
                    }
                }
                all.addAll(filling.end());
            }
        }
        return all;
    }

    private static List<Sized> sized(Connection connection, Collection<KeptPeriod> periods) throws SQLException {
        List<Sized> sized = new ArrayList<>();
        Rows<KeptPeriod> rows = new Rows<>(connection, List.copyOf(periods));
        try (PreparedStatement statement = connection.prepareStatement(CHUNKS.text())) {
            statement.setArray(1, rows.column("text", KeptPeriod::indicator));
            statement.setArray(2, rows.column("text", KeptPeriod::period));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    KeptPeriod period = new KeptPeriod(found.getString(1), found.getString(2));
                    sized.add(new Sized(period, found.getBoolean(3), found.getBoolean(4), found.getLong(5)));
                }
            }
        }
        return sized;
    }

    static List<KeptPeriod> keptPeriods(Connection connection) throws SQLException {
        List<KeptPeriod> kept = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT indicator, period FROM rollup_period");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                kept.add(new KeptPeriod(rows.getString(1), rows.getString(2)));
            }
        }
        return kept;
    }

    private static final class Filling {

        private final boolean weighed;
        private final long size;
        private final List<Chunk> full = new ArrayList<>();
        private List<KeptPeriod> periods = new ArrayList<>();
        private long facts;

        Filling(boolean weighed, long size) {
            this.weighed = weighed;
            this.size = size;
        }

        void add(KeptPeriod period, long ofPeriod) {
            periods.add(period);
            facts += ofPeriod;
            if (facts >= size) {
                close();
            }
        }

        List<Chunk> end() {
            if (!periods.isEmpty()) {
                close();
            }
            return full;
        }

        private void close() {
            full.add(new Chunk(periods, weighed, facts));
            periods = new ArrayList<>();
            facts = 0;
        }
    }
}
