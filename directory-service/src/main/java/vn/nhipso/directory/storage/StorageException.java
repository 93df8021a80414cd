package vn.nhipso.directory.storage;

import java.sql.SQLException;

/** A statement failed. */
public final class StorageException extends RuntimeException {

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The five characters of SQL's own classification; empty where the driver gave none. */
    public String sqlState() {
        return getCause() instanceof SQLException failed && failed.getSQLState() != null ? failed.getSQLState() : "";
    }
}
