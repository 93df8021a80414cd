package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.nhipso.reporting.sql.SessionTables;
import vn.nhipso.reporting.sql.SqlText;

/** What a batch has to make anew. */
public final class WorkTables {

    private static final SessionTables TABLES = new SessionTables(
            List.of(
                    "work_key",
                    "work_change",
                    "work_touched",
                    "work_period",
                    "work_fact",
                    "work_rollup",
                    "work_given",
                    "work_correction"),
            SqlText.of(WorkTables.class, "work-tables.sql").text(),
            SqlText.of(WorkTables.class, "likely.sql").text(),
            false);

    private WorkTables() {}

    /** To be called first in a transaction. */
    public static void prepare(Connection transaction) throws SQLException {
        TABLES.prepare(transaction);
    }
}
