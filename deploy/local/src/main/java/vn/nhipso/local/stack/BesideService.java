package vn.nhipso.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A reporting service beside a running stack, in its PostgreSQL, on a database that is made for it and dropped with it, without an intake: what is
 * measured there touches nothing of the stack's.
 */
public final class BesideService implements AutoCloseable {

    private static final String DATABASE = "bench_rollup";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ServiceInstance INSTANCE = new ServiceInstance(Service.REPORTING, 9);

    private final StackDatabase database;
    private final Ports ports;
    private final ServiceProcess process;
    private final HttpClient http;

    private BesideService(StackDatabase database, Ports ports, ServiceProcess process, HttpClient http) {
        this.database = database;
        this.ports = ports;
        this.process = process;
        this.http = http;
    }

    /** Starts it and waits until it is ready. */
    public static BesideService start(Path repository, DataFolder data, Ports ports, TrustedIssuer issuer) {
        StackDatabase database = new StackDatabase(data, ports);
        administer(database, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
        administer(database, "CREATE DATABASE " + DATABASE + " OWNER " + Service.REPORTING.database());
        StackSettings settings =
                new StackSettings(repository.toAbsolutePath().normalize(), data, ports, Passwords.of(data), issuer);
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        ServiceProcess process = ServiceProcess.start(
                INSTANCE,
                settings,
                http,
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbc(DATABASE), "NHIPSO_INTAKE_ENABLED", "false"));
        BesideService beside = new BesideService(database, ports, process, http);
        beside.awaitReady();
        return beside;
    }

    private void awaitReady() {
        long begin = System.nanoTime();
        while (!process.isReady()) {
            if (!process.process().isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                String words = process.process().lastWords();
                close();
                throw new StackException("The reporting service beside the stack is not ready: " + words + " (log: "
                        + process.process().log() + ").");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted while a service started.", e);
            }
        }
    }

    public URI uri() {
        return ports.uri(INSTANCE);
    }

    /** Name of its process. */
    public String module() {
        return INSTANCE.module();
    }

    /** Into its database, as the superuser. */
    public Connection connect() throws SQLException {
        return database.connect(DATABASE);
    }

    private static void administer(StackDatabase database, String command) {
        try (Connection administration = database.administer();
                Statement statement = administration.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new StackException("The database beside the stack: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.process().stop();
        http.close();
        administer(database, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
    }
}
