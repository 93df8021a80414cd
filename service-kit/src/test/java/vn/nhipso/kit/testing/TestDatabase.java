package vn.nhipso.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL 18, started once per test JVM; every caller gets a database of its own in it. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** The server, with the durability that production has: without it a crash test proves nothing. */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "UTC")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", failed);
            }
        }
        return server;
    }

    /** Creates an empty database and returns its name. */
    public static String create(String prefix) {
        String name = prefix + "_" + NUMBER.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
            return name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static DataSource dataSource(String name) {
        return server().getDatabase("postgres", name);
    }

    public static String jdbcUrl(String name) {
        return server().getJdbcUrl("postgres", name);
    }
}
