package vn.nhipso.kit.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Something that every instance does again and again, a bean. It must not mind that other instances do it too. */
public interface Chore {

    /** What it does, for the log. */
    String name();

    /** How long to rest between two times. */
    Duration every();

    /** Does it, on a connection that commits every statement. */
    void run(Connection connection) throws SQLException;
}
