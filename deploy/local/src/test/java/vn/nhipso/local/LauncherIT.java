package vn.nhipso.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.stack.DataFolder;

/** Every way in which a stack begins and ends, with the packaged services. */
class LauncherIT {

    private final int offset = FreeOffset.find();
    private final DataFolder data = DataFolder.of(Command.DATA, offset);

    /** What earlier builds left, logs of their failures included, has had its time. */
    @BeforeAll
    static void beginWithNothing() throws IOException {
        Command.delete(Command.DATA);
        Files.createDirectories(Command.DATA);
    }

    @AfterEach
    void stop() throws Exception {
        down();
    }

    @AfterAll
    static void leaveNothing() {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(Command.DATA.toString())))
                .isEmpty();
    }

    /** The life of a stack from one end to the other: each step takes what the one before has left. */
    @Test
    void damagedDataShouldBeRefusedAFreshStackShouldKeepItsServicesAliveAndDownShouldEndAllOfIt() throws Exception {
        Files.createDirectories(data.root().resolve("postgresql"));
        Files.writeString(data.root().resolve("postgresql/PG_VERSION"), "17\n");
        Command.Result refused = up("--no-demo");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("PostgreSQL 17")
                .contains("--fresh")
                .doesNotContain("Exception");

        assertThat(up("--detach", "--no-demo", "--fresh")).returns(0, Command.Result::exitCode);
        assertThat(health("/q/health/ready")).isEqualTo(200);
        assertThat(up("--no-demo").output())
                .contains("already runs")
                .contains("--offset")
                .doesNotContain("Exception");

        long before = pid("reporting-service");
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> pid("reporting-service") != before && health("/q/health/ready") == 200);

        List<ProcessHandle> processes = processes();
        assertThat(down()).returns(0, Command.Result::exitCode);
        assertThat(processes).hasSize(6).noneMatch(ProcessHandle::isAlive);
        assertThat(down().output()).contains("No stack runs");
    }

    @Test
    void nothingShouldStayBehindAKilledLauncher() throws Exception {
        Process up = startDetached();
        for (String process : List.of("directory-service", "indicator-service", "reporting-service")) {
            await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(data.pidFile(process)));
        }
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSize(6);
        launcher().destroyForcibly();
        await().atMost(Duration.ofSeconds(40)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(up.waitFor()).isNotZero();
    }

    @Test
    void detachedStackShouldNotOutliveACommandThatIsKilledBeforeItIsReady() throws Exception {
        Process up = startDetached();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(data.pidFile("kafka")));
        List<ProcessHandle> processes = processes();
        up.destroyForcibly();
        await().atMost(Duration.ofSeconds(40)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void portInUseShouldBeNamedInOneSentence() throws Exception {
        try (ServerSocket _ = new ServerSocket(8083 + offset, 1, InetAddress.getLoopbackAddress())) {
            Command.Result result = up("--no-demo");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.output().lines()).hasSize(1);
            assertThat(result.output()).contains("Port " + (8083 + offset) + " (reporting-service) is in use");
        }
    }

    @Test
    void helpAndTypingErrorsShouldNeedNoStack() throws Exception {
        for (String command : List.of("up", "down", "token", "bench", "chaos", "load-catalogue")) {
            assertThat(Command.run(command, "--help"))
                    .returns(0, Command.Result::exitCode)
                    .matches(result -> result.output().contains("--offset"));
        }
        assertThat(Command.run("up", "--detatch"))
                .returns(2, Command.Result::exitCode)
                .matches(result -> result.output().contains("unknown option --detatch"));
        assertThat(Command.run("load-catalogue", "no-such.csv", "--valid-from", "2025-07-01", "--act", "1"))
                .matches(result -> result.exitCode() == 1 && result.output().contains("There is no file no-such.csv"));
        assertThat(Command.run("token", "--role", "king", "--offset", Integer.toString(offset)))
                .matches(result -> result.exitCode() == 1 && result.output().contains("no role"));
    }

    private Process startDetached() throws IOException {
        return Command.start(
                Files.createTempFile(Path.of("target"), "killed", ".out"),
                "up",
                "--detach",
                "--no-demo",
                "--offset",
                Integer.toString(offset));
    }

    private Command.Result up(String... flags) throws Exception {
        return run("up", flags);
    }

    private Command.Result down() throws Exception {
        return run("down");
    }

    private Command.Result run(String command, String... flags) throws Exception {
        return Command.run(Stream.concat(Stream.of(command, "--offset", Integer.toString(offset)), Stream.of(flags))
                .toArray(String[]::new));
    }

    private int health(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + (8083 + offset) + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private ProcessHandle launcher() throws IOException {
        return ProcessHandle.of(pid("launcher")).orElseThrow();
    }

    private long pid(String name) throws IOException {
        return Long.parseLong(Files.readString(data.pidFile(name)).strip());
    }

    private List<ProcessHandle> processes() throws IOException {
        try (Stream<Path> files = Files.list(data.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(file -> file.getFileName().toString().replace(".pid", ""))
                    .map(this::handle)
                    .toList();
        }
    }

    private ProcessHandle handle(String name) {
        try {
            return ProcessHandle.of(pid(name)).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
