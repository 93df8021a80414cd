package vn.nhipso.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void createFolder() {
        data = DataFolder.of(folder, 0);
        data.create();
    }

    @Test
    void processShouldEndWhenItsLifeLineIsClosed() {
        ChildProcess process = start("sleep 600");
        ProcessHandle handle = running(process);
        process.stop();
        assertThat(handle.isAlive()).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void exitCodeAndLastWordsShouldComeThrough() {
        ChildProcess process = start("echo 'FATAL: no'; exit 3");
        assertThat(process.onExit().join()).isEqualTo(3);
        assertThat(process.lastWords()).isEqualTo("FATAL: no");
    }

    @Test
    void killedProcessShouldBeSeenAsEnded() {
        ChildProcess process = start("exec sleep 600");
        running(process);
        process.kill();
        assertThat(process.onExit().join()).isEqualTo(137);
    }

    @Test
    void configurationOfTheCallersShellShouldNotReachTheProcess() throws IOException {
        ChildProcess process = start("env");
        process.onExit().join();
        assertThat(Files.readString(process.log())).contains("GIVEN=here").doesNotContain("NHIPSO_");
    }

    private static ProcessHandle running(ChildProcess process) {
        await().until(() -> process.handle().isPresent());
        return process.handle().orElseThrow();
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(
                new ChildProcess.Specification(
                        "test", List.of("/bin/sh", "-c", script), Map.of("GIVEN", "here"), ChildProcess.Ending.JAVA),
                data);
    }
}
