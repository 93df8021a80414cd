package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a batch has to make anew: tables of the connection, empty at the start of every transaction because whoever fills them deletes again.
 * ON COMMIT DELETE ROWS would empty them too, but by truncation, and that throws away every prepared plan that names them: planning the
 * steps of a rollup anew for each batch cost more than running them (p50 from 201 to visible 362 ms instead of 84 ms).
 */
public final class WorkTables {

    private static final String CREATE = """
            SET LOCAL client_min_messages = warning;
            SET LOCAL jit = off;
            CREATE TEMP TABLE IF NOT EXISTS work_change (indicator text, period text, unit text);
            CREATE TEMP TABLE IF NOT EXISTS work_touched (indicator text, period text);
            CREATE TEMP TABLE IF NOT EXISTS work_period (LIKE rollup_period);
            CREATE TEMP TABLE IF NOT EXISTS work_key (indicator text, period text, unit text, level smallint, parent text);
            CREATE TEMP TABLE IF NOT EXISTS work_fact (
              indicator text, period text, unit text,
              own_n numeric, own_d numeric, own_v numeric, own_cn numeric, own_cd numeric, own_q smallint, own_absence text, own_from text,
              children_n numeric, children_d numeric, children_v numeric, children_cn numeric, children_cd numeric, children_q smallint,
              children_absence text, children_from text,
              whole_n numeric, whole_d numeric, whole_v numeric, whole_cn numeric, whole_cd numeric, whole_q smallint, whole_absence text,
              whole_from text, number boolean, own_number boolean,
              own_there smallint, own_carried boolean, children_there smallint, children_carried boolean, whole_there smallint,
              whole_carried boolean);
            CREATE INDEX IF NOT EXISTS ix_work_fact ON work_fact (indicator, period, unit);
            CREATE TEMP TABLE IF NOT EXISTS work_rollup (indicator text, period text, unit text);
            CREATE TEMP TABLE IF NOT EXISTS work_given (indicator text, period text, unit text);
            CREATE TEMP TABLE IF NOT EXISTS work_correction (
              indicator text, period text, unit text, scope text, measurement_id text, revision integer, recorded_at timestamptz, reason_code text,
              reason_text text, withdrawn boolean, numerator numeric, denominator numeric, value numeric, qualifiers smallint, absence text,
              old_revision integer, old_numerator numeric, old_denominator numeric, old_value numeric, old_qualifiers smallint, old_absence text);
            """;

    /** Temporary tables are never vacuumed; what deletes left behind goes when it has become much, at the price of new plans. */
    private static final String GROWN = """
            SELECT pg_total_relation_size('work_change') + pg_total_relation_size('work_key') + pg_total_relation_size('work_period')
              + pg_total_relation_size('work_fact') + pg_total_relation_size('work_rollup') + pg_total_relation_size('work_given')
              + pg_total_relation_size('work_correction') > 32 * 1024 * 1024
            """;

    private static final String SHRINK =
            "TRUNCATE work_change, work_touched, work_period, work_key, work_fact, work_rollup, work_given, work_correction";

    private WorkTables() {}

    /** To be called first in a transaction. */
    public static void prepare(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(CREATE);
            if (isGrown(statement)) {
                statement.execute(SHRINK);
            }
        }
    }

    private static boolean isGrown(Statement statement) throws SQLException {
        try (ResultSet grown = statement.executeQuery(GROWN)) {
            return grown.next() && grown.getBoolean(1);
        }
    }
}
