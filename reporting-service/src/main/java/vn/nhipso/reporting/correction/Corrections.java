package vn.nhipso.reporting.correction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.fact.MeasurementPublished;
import vn.nhipso.reporting.rollup.RollupRefresh;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SessionTables;
import vn.nhipso.reporting.sql.SqlText;

/**
 * Keeps the notices of a batch in its transaction: {@code work_correction} says which published values are others now (docs/adr/0006). A batch
 * without any pays one look at an empty table.
 */
public final class Corrections implements RollupRefresh.Onlooker {

    private static final SqlText CHOSEN = SqlText.of(Corrections.class, "chosen.sql");
    private static final String REACH =
            SqlText.of(Corrections.class, "reach.sql").text();
    private static final String BEFORE = SqlText.of(Corrections.class, "before.sql")
            .with("chosen", CHOSEN.with("rows", """
                    (SELECT DISTINCT indicator, period, unit FROM work_reach) w
                    JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = w.unit
                    JOIN rollup_period p ON p.indicator = r.indicator AND p.period = r.period"""))
            .text();
    private static final String TELL = SqlText.of(Corrections.class, "tell.sql").text();
    private static final String AFTER =
            "INSERT INTO work_after\n" + CHOSEN.with("rows", """
                    (SELECT DISTINCT indicator, period, unit FROM work_before) w
                    JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = w.unit
                    JOIN rollup_period p ON p.indicator = r.indicator AND p.period = r.period""").text();
    private static final String MOVED =
            SqlText.of(Corrections.class, "moved.sql").text();
    private static final String BESIDE =
            "INSERT INTO work_beside SELECT * FROM (" + CHOSEN.with("rows", """
                    (SELECT DISTINCT indicator, period, parent, level FROM work_moved WHERE scope = 'WHOLE' AND parent IS NOT NULL) w
                    JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.parent = w.parent AND r.level = w.level
                    JOIN rollup_period p ON p.indicator = r.indicator AND p.period = r.period""").text() + ") c WHERE c.scope = 'WHOLE'";
    private static final String MOVES =
            SqlText.of(Corrections.class, "moves.sql").text();

    private static final SessionTables TABLES = new SessionTables(
            List.of("work_reach", "work_before", "work_after", "work_beside", "work_moved"),
            SqlText.of(Corrections.class, "work-tables.sql").text(),
            SqlText.of(Corrections.class, "likely.sql").text(),
            false);

    /** From how many corrections on fresh statistics pay for new plans. */
    private static final int WORTH_ANALYZING = 2_000;

    /** From here until the commit nobody else gives positions, so that they are given in the order of commits. To be taken after all others. */
    private static final String IN_TURN = "SELECT pg_advisory_xact_lock(7302, 6)";

    private static final String REASONS = """
            UPDATE work_correction c SET reason_code = r.code, reason_text = r.text
            FROM unnest(?::text[], ?::integer[], ?::text[], ?::text[]) AS r (id, revision, code, text)
            WHERE c.measurement_id = r.id AND c.revision = r.revision""";

    private final Connection transaction;
    private boolean many;

    public Corrections(Connection transaction) {
        this.transaction = transaction;
    }

    /** To be called first in a transaction. */
    public static void prepare(Connection transaction) throws SQLException {
        TABLES.prepare(transaction);
    }

    /** Whether any value that was published is another now. */
    public boolean any() throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT EXISTS (SELECT FROM work_correction)");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Says why, as far as the events do. */
    public void reasons(List<MeasurementPublished> measurements) throws SQLException {
        List<MeasurementPublished> given =
                measurements.stream().filter(m -> m.reason() != null).toList();
        if (given.isEmpty()) {
            return;
        }
        try (PreparedStatement update = transaction.prepareStatement(REASONS)) {
            Rows<MeasurementPublished> rows = new Rows<>(transaction, given);
            update.setArray(1, rows.column("text", MeasurementPublished::id));
            update.setArray(2, rows.column("int4", MeasurementPublished::revision));
            update.setArray(3, rows.column("text", m -> reason(m).code()));
            update.setArray(4, rows.column("text", Corrections::text));
            update.executeUpdate();
        }
    }

    private static MeasurementPublished.Reason reason(MeasurementPublished measurement) {
        return Objects.requireNonNull(measurement.reason());
    }

    private static @Nullable Object text(MeasurementPublished measurement) {
        return reason(measurement).text();
    }

    @Override
    public void before() throws SQLException {
        many = count() >= WORTH_ANALYZING;
        analyze("work_correction, work_key");
        execute(REACH);
        analyze("work_reach");
        execute(BEFORE);
        analyze("work_before");
    }

    @Override
    public void after() throws SQLException {
        long batch = batch();
        execute(AFTER);
        analyze("work_after");
        execute(MOVED);
        analyze("work_moved");
        execute(BESIDE);
        analyze("work_beside");
        execute(MOVES, batch);
        execute(IN_TURN);
        execute(TELL, batch);
        execute("DELETE FROM work_correction");
        TABLES.empty(transaction);
    }

    private void analyze(String tables) throws SQLException {
        if (many) {
            execute("ANALYZE " + tables);
        }
    }

    private int count() throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT count(*) FROM work_correction");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private long batch() throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT nextval('correction_position')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Prepared, so that the driver keeps the plans of what is the same in every batch. */
    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void execute(String sql, long batch) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setLong(1, batch);
            statement.executeUpdate();
        }
    }
}
