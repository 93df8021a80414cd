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

    /** A role that owns nothing, as which a service works that lets another role migrate. */
    public static final String SERVICE_ROLE = "service";

    private static final String MAKE_SERVICE_ROLE = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'service') THEN CREATE ROLE service LOGIN PASSWORD 'service'; END IF;
            END $$
            """;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /**
     * The server. It writes as in production but does not wait for the disk: that matters where a machine loses its power, which no test of a
     * module does. Crashes of PostgreSQL are tried on the local stack, with everything on.
     */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "off")
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
            create.execute(MAKE_SERVICE_ROLE);
            create.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
            return name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Creates a database with all that another one holds, to which nobody is connected: far quicker than migrating anew. */
    public static String copyOf(String template) {
        String name = template + "_" + NUMBER.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
            return name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static DataSource dataSource(String name) {
        return server().getDatabase("postgres", name);
    }

    /** Without a user in it. */
    public static String urlForAnyRole(String name) {
        return jdbcUrl(name).replaceFirst("\\?.*$", "");
    }

    public static String jdbcUrl(String name) {
        return server().getJdbcUrl("postgres", name);
    }
}
