package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a batch has to make anew: tables of the connection, empty at the start of every transaction. */
public final class WorkTables {

    private static final String CREATE = """
            SET LOCAL client_min_messages = warning;
            SET LOCAL jit = off;
            CREATE TEMP TABLE IF NOT EXISTS work_change (indicator text, period text, unit text) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS work_touched (indicator text, period text) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS work_period (LIKE rollup_period) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS work_key (indicator text, period text, unit text, level smallint, parent text)
              ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS work_fact (
              indicator text, period text, unit text,
              own_n numeric, own_d numeric, own_v numeric, own_cn numeric, own_cd numeric, own_q smallint, own_absence text, own_from text,
              children_n numeric, children_d numeric, children_v numeric, children_cn numeric, children_cd numeric, children_q smallint,
              children_absence text, children_from text,
              whole_n numeric, whole_d numeric, whole_v numeric, whole_cn numeric, whole_cd numeric, whole_q smallint, whole_absence text,
              whole_from text, number boolean, own_number boolean) ON COMMIT DELETE ROWS;
            CREATE INDEX IF NOT EXISTS ix_work_fact ON work_fact (indicator, period, unit);
            CREATE TEMP TABLE IF NOT EXISTS unit_ancestor_before (LIKE unit_ancestor) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS unit_life_before (LIKE unit_life) ON COMMIT DELETE ROWS;
            """;

    private WorkTables() {}

    /** To be called first in a transaction. */
    public static void prepare(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(CREATE);
        }
    }
}
