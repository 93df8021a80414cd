package vn.nhipso.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL of a running stack, for those who measure beside the services: they get a database of their own, never a service's. */
public final class StackDatabase {

    private final DataFolder data;
    private final Ports ports;

    public StackDatabase(DataFolder data, Ports ports) {
        this.data = data;
        this.ports = ports;
    }

    /** As the superuser, to make and drop databases. */
    public Connection administer() throws SQLException {
        return connect("postgres");
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                ports.jdbc(database), Passwords.SUPERUSER, Passwords.of(data).of(Passwords.SUPERUSER));
    }
}
