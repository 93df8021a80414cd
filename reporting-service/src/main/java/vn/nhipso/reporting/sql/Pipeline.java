package vn.nhipso.reporting.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements that are sent together and answered one after the other: one way to the database and back for all of them. */
public final class Pipeline implements AutoCloseable {

    private static final int NO_MORE = -1;

    private final PreparedStatement statements;
    private boolean sent;

    public Pipeline(Connection connection, String statements) throws SQLException {
        this.statements = connection.prepareStatement(statements);
    }

    /** One text of several statements; their parameters are numbered through. */
    public static String of(String... statements) {
        return String.join(";\n", statements);
    }

    /** To set parameters, before the first rows are asked for. */
    public PreparedStatement parameters() {
        return statements;
    }

    /** The rows of the next statement that has any; those before are closed. */
    public ResultSet next() throws SQLException {
        boolean rows = sent ? statements.getMoreResults() : statements.execute();
        sent = true;
        while (!rows) {
            if (statements.getUpdateCount() == NO_MORE) {
                throw new IllegalStateException("no more statements have rows");
            }
            rows = statements.getMoreResults();
        }
        return statements.getResultSet();
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
