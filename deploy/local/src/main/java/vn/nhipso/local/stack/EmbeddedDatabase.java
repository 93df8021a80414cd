package vn.nhipso.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PostgreSQL 18 as a process of its own with durable settings; a database for each service, with its role and its owner. */
final class EmbeddedDatabase implements StackMember {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=256MB",
            // What was acknowledged is on the disk: the stack must survive a kill -9 of anything.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            // Compiling a plan takes longer than all the statements of this house.
            "jit=off",
            // A new installation grows from nothing within minutes, and plans are kept: statistics must not be a minute
            // old.
            "autovacuum_naptime=5s",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %d ");

    private static final String OWNED = "SELECT 1 FROM pg_database WHERE datname = ? AND pg_get_userbyid(datdba) = ?";

    private final DataFolder data;
    private final Ports ports;
    private final Passwords passwords;
    private final Path binaries;
    private final ChildProcess process;

    private EmbeddedDatabase(DataFolder data, Ports ports, Passwords passwords, Path binaries, ChildProcess process) {
        this.data = data;
        this.ports = ports;
        this.passwords = passwords;
        this.binaries = binaries;
        this.process = process;
    }

    static EmbeddedDatabase start(DataFolder data, Ports ports, Passwords passwords) {
        Path binaries = PostgresqlBinaries.unpacked(data);
        requireOwnVersion(data);
        if (!Files.exists(data.database())) {
            initialise(data, passwords, binaries);
        }
        return new EmbeddedDatabase(data, ports, passwords, binaries, launch(data, ports, binaries));
    }

    private static void requireOwnVersion(DataFolder data) {
        if (!Files.exists(data.database())) {
            return;
        }
        Path version = data.database().resolve("PG_VERSION");
        try {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresqlBinaries.MAJOR)) {
                throw new StackException(
                        "The data in " + data.database() + " are of PostgreSQL " + found + ", this stack runs "
                                + PostgresqlBinaries.MAJOR + "; deploy/local/up --fresh begins anew and deletes them.");
            }
        } catch (IOException e) {
            throw new StackException(
                    "The database folder " + data.database()
                            + " is damaged (no PG_VERSION in it); deploy/local/up --fresh begins anew and deletes it.",
                    e);
        }
    }

    /** Into a folder beside it, moved when complete: a kill in the middle leaves nothing that looks like a database. */
    private static void initialise(DataFolder data, Passwords passwords, Path binaries) {
        Path staged = data.root().resolve("postgresql.new");
        Path passwordFile = data.run().resolve("initdb-password");
        Path log = data.log("initdb");
        DataFolder.delete(staged);
        try {
            Files.writeString(passwordFile, passwords.of(Passwords.SUPERUSER));
            List<String> command = new ArrayList<>(privileges());
            command.addAll(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    staged.toString(),
                    "--username=" + Passwords.SUPERUSER));
            command.addAll(
                    List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
            // The same order of letters on every machine; Vietnamese order is asked for by the query that shows names
            // to people.
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!initdb.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new StackException(
                        "PostgreSQL's data folder cannot be made: " + LastWords.of(log, 0) + " (" + log + ").");
            }
            Files.move(staged, data.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("PostgreSQL's data folder cannot be made (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL's data folder was made.", e);
        } finally {
            DataFolder.delete(passwordFile);
        }
    }

    private static ChildProcess launch(DataFolder data, Ports ports, Path binaries) {
        List<String> command = new ArrayList<>(privileges());
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.database().toString(),
                "-p"));
        command.add(Integer.toString(ports.database()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        Map<String, String> environment = Map.of("LC_ALL", "C", "TZ", "UTC");
        return ChildProcess.start(
                new ChildProcess.Specification("postgresql", command, environment, ChildProcess.Ending.POSTGRESQL),
                data);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it runs as nobody on the same files. */
    private static List<String> privileges() {
        if (!Machine.isRoot()) {
            return List.of();
        }
        return List.of(
                Machine.find("unshare")
                        .orElseThrow(
                                () -> new StackException(
                                        "PostgreSQL refuses to run as root and this machine has no unshare: start the stack as an ordinary user."))
                        .toString(),
                "-U");
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect("postgres")) {
            prepare(connection);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public StackMember startAgain() {
        return new EmbeddedDatabase(data, ports, passwords, binaries, launch(data, ports, binaries));
    }

    private Connection connect(String database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(
                ports.jdbc(database), Passwords.SUPERUSER, passwords.of(Passwords.SUPERUSER));
    }

    private void prepare(Connection connection) throws SQLException {
        for (Service service : Service.values()) {
            role(connection, service.database());
            role(connection, service.owner());
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", service.database())) {
                execute(connection, "CREATE DATABASE " + service.database() + " OWNER " + service.owner());
            } else if (!exists(connection, OWNED, service.database(), service.owner())) {
                handOver(service);
            }
        }
    }

    private void role(Connection connection, String name) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN PASSWORD '" + passwords.of(name) + "'");
        }
    }

    /** A database of an earlier version was its service's own. */
    private void handOver(Service service) throws SQLException {
        try (Connection connection = connect(service.database())) {
            execute(connection, "REASSIGN OWNED BY " + service.database() + " TO " + service.owner());
        }
    }

    private static boolean exists(Connection connection, String query, String... names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < names.length; index++) {
                statement.setString(index + 1, names[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
