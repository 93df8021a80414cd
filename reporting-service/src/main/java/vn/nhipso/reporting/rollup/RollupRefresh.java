package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the kept rollups up to date inside the transaction that changed something: what moved is found from the work tables, then made
 * anew bottom up, a statement a level.
 */
public final class RollupRefresh {

    /** From how many keys on fresh statistics pay for new plans. */
    private static final int WORTH_ANALYZING = 5_000;

    private static final String WANTED_BY_CHANGES = "(SELECT DISTINCT indicator, period FROM work_change)";
    private static final String WANTED_BY_DEFINITIONS = """
            (SELECT DISTINCT indicator, period FROM fact WHERE indicator = ANY (?)
             UNION SELECT indicator, period FROM rollup_period WHERE indicator = ANY (?) OR weight = ANY (?))""";
    private static final String TOUCHED_PERIODS =
            "(SELECT p.* FROM rollup_period p JOIN work_touched t ON t.indicator = p.indicator AND t.period = p.period)";

    /** Looked up by their key, however few or many the planner takes them for: mostly a period is new, and there are none. */
    private static final String DELETE_TOUCHED = """
            DELETE FROM rollup WHERE ctid = ANY (ARRAY(
              SELECT r.ctid FROM work_touched t
              CROSS JOIN LATERAL (SELECT ctid FROM rollup WHERE indicator = t.indicator AND period = t.period OFFSET 0) r))""";

    private static final String WEIGHED_BY_TOUCHED = """
            INSERT INTO work_touched
            SELECT q.indicator, q.period FROM work_touched t JOIN rollup_period q ON q.weight = t.indicator AND q.period = t.period
            EXCEPT SELECT indicator, period FROM work_touched""";

    /** What is made anew, for those who listen: a row an indicator and period. */
    private static final String TELL_LISTENERS = """
            INSERT INTO rollup_update (made, indicator, period, units)
            SELECT pg_current_xact_id(), indicator, period, array_agg(unit) FROM work_key GROUP BY indicator, period""";

    private static volatile @Nullable String upsert;

    private final Connection transaction;

    public RollupRefresh(Connection transaction) {
        this.transaction = transaction;
    }

    /** Who looks at the rollups of {@code work_key} before they are made anew, and after. */
    public interface Onlooker {
        void before() throws SQLException;

        void after() throws SQLException;
    }

    /** Somebody who is not interested. */
    private static final Onlooker NOBODY = new Onlooker() {
        @Override
        public void before() {}

        @Override
        public void after() {}
    };

    /** After facts changed: {@code work_change} names them. */
    public void changes() throws SQLException {
        changes(NOBODY);
    }

    /** The same, before somebody's eyes. */
    public void changes(Onlooker onlooker) throws SQLException {
        execute(RollupSql.KEEP_PERIODS.with("wanted", WANTED_BY_CHANGES).text());
        refresh(onlooker);
    }

    /** After definitions changed: every period of theirs that says something else is made anew. */
    public void definitions(String[] codes) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(
                RollupSql.KEEP_PERIODS.with("wanted", WANTED_BY_DEFINITIONS).text())) {
            for (int parameter = 1; parameter <= 6; parameter++) {
                statement.setArray(parameter, transaction.createArrayOf("text", codes));
            }
            statement.executeUpdate();
        }
        refresh();
    }

    /** Before a change of the hierarchy that moves many: statistics of before a burst of figures make plans that take seconds. */
    public void expectMany() throws SQLException {
        execute("ANALYZE rollup (indicator, period, unit, parent), fact (indicator, period, unit), rollup_period");
    }

    /**
     * After the hierarchy changed: {@code moved_unit} and {@code moved_life} say which units and when. Only what can have become another is made
     * anew, and what nothing is known of any more goes.
     */
    public void hierarchy() throws SQLException {
        if (execute("INSERT INTO work_rollup\n" + RollupSql.KEYS_OF_MOVES.text()) == 0) {
            return;
        }
        remember("work_rollup");
        execute("ANALYZE work_rollup");
        int keys = execute("INSERT INTO work_key\n" + RollupSql.KEYS_OF_TOUCHED.text());
        keys += execute("INSERT INTO work_key\n" + RollupSql.KEYS_OF_WEIGHED.text());
        execute(
                "DELETE FROM rollup r USING work_rollup t WHERE r.indicator = t.indicator AND r.period = t.period AND r.unit = t.unit");
        execute("DELETE FROM work_rollup");
        analyze(keys, "work_key");
        execute("INSERT INTO work_given\n" + RollupSql.GIVEN.text());
        analyze(keys, "work_given");
        make(keys, true);
        execute("DELETE FROM work_given");
    }

    /** Everything anew. */
    public void everything() throws SQLException {
        execute("INSERT INTO work_touched SELECT indicator, period FROM rollup_period");
        refresh();
    }

    private void refresh() throws SQLException {
        refresh(NOBODY);
    }

    private void refresh(Onlooker onlooker) throws SQLException {
        boolean touched = exists("SELECT FROM work_touched");
        if (touched) {
            execute(WEIGHED_BY_TOUCHED);
            remember("work_touched");
        }
        int keys = execute("INSERT INTO work_key\n" + RollupSql.KEYS_OF_CHANGES.text() + "\nUNION\n"
                + RollupSql.KEYS_OF_PERIODS.with("periods", TOUCHED_PERIODS).text());
        onlooker.before();
        if (touched) {
            execute(DELETE_TOUCHED);
        }
        make(keys, false);
        onlooker.after();
        execute("DELETE FROM work_change");
        execute("DELETE FROM work_touched");
    }

    /** Makes the rollups of {@code work_key}. */
    private void make(int keys, boolean pruning) throws SQLException {
        if (keys > 0) {
            remember("work_key");
            execute(TELL_LISTENERS);
            execute(
                    "INSERT INTO work_period SELECT * FROM rollup_period WHERE (indicator, period) IN (SELECT indicator, period FROM work_key)");
            analyze(keys, "work_key, work_period");
            execute("INSERT INTO work_fact "
                    + RollupSql.EFFECTIVE
                            .with("periods", "work_period")
                            .with("keys", "work_key")
                            .text());
            analyze(keys, "work_fact");
            levels("(SELECT * FROM work_period WHERE kind <> 'SHARE')", RollupSql.NOTHING, pruning);
            if (exists("SELECT FROM work_period WHERE kind = 'SHARE'")) {
                levels("(SELECT * FROM work_period WHERE kind = 'SHARE')", "rollup", pruning);
            }
        }
        execute("DELETE FROM work_key");
        execute("DELETE FROM work_period");
        execute("DELETE FROM work_fact");
    }

    private void levels(String periods, String weights, boolean pruning) throws SQLException {
        for (int level : RollupSql.BOTTOM_UP) {
            if (pruning) {
                execute(RollupSql.prune(level, periods).text());
            }
            execute("INSERT INTO rollup\n"
                    + RollupSql.step(level, periods, "work_key", "work_fact", "rollup", weights)
                            .text()
                    + upsert());
        }
    }

    /** A rebuild under way makes these periods once more; whoever begins one waits for the batches that cannot know of it yet. */
    private void remember(String table) throws SQLException {
        execute("INSERT INTO rebuild_touched SELECT DISTINCT indicator, period FROM " + table
                + " WHERE EXISTS (SELECT FROM rebuild)");
    }

    private String upsert() throws SQLException {
        String text = upsert;
        if (text == null) {
            text = "\nON CONFLICT (indicator, period, unit) DO UPDATE SET (" + columns() + ") = ROW (EXCLUDED.*)";
            upsert = text;
        }
        return text;
    }

    private String columns() throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = 'rollup'::regclass AND attnum > 0 AND NOT attisdropped""")) {
            row.next();
            return String.join(", ", Arrays.asList((String[]) row.getArray(1).getArray()));
        }
    }

    private void analyze(int keys, String tables) throws SQLException {
        if (keys >= WORTH_ANALYZING) {
            execute("ANALYZE " + tables);
        }
    }

    private boolean exists(String query) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT EXISTS (" + query + ")");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Prepared, so that the driver keeps the plans of what is the same in every batch. */
    private int execute(String sql) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }
}
