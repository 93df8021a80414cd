package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process on a life line: it runs below a tiny shell script that ends it as soon as the launcher's end of a pipe is closed, by
 * {@link #stop} or by the end of the launcher. Its output goes to its log, its process id to its file in {@code run}.
 */
final class ChildProcess {

    /** Variables that configure a service, so those of the caller's shell must not reach one by accident. */
    private static final List<String> NOT_INHERITED =
            List.of("QUARKUS_", "MP_JWT_", "SMALLRYE_", "KAFKA_", "NHIPSO_", "PG", "JAVA_TOOL_OPTIONS");

    /** How a process is asked to end, and how it is made to when it has not after so many seconds. */
    enum Ending {
        JAVA("TERM", 15, "KILL"),
        /** INT is PostgreSQL's fast shutdown, QUIT its immediate one, which takes its own children along. */
        POSTGRESQL("INT", 20, "QUIT");

        private final String ask;
        private final int patience;
        private final String force;

        Ending(String ask, int patience, String force) {
            this.ask = ask;
            this.patience = patience;
            this.force = force;
        }
    }

    record Specification(String name, List<String> command, Map<String, String> environment, Ending ending) {}

    private final Specification specification;
    private final DataFolder data;
    private final long logBegin;
    private final Process lifeline;

    private ChildProcess(Specification specification, DataFolder data, long logBegin, Process lifeline) {
        this.specification = specification;
        this.data = data;
        this.logBegin = logBegin;
        this.lifeline = lifeline;
    }

    static ChildProcess start(Specification specification, DataFolder data) {
        try {
            Files.deleteIfExists(data.pidFile(specification.name()));
            ProcessBuilder builder = new ProcessBuilder(command(specification, data));
            builder.environment().keySet().removeIf(name -> NOT_INHERITED.stream()
                    .anyMatch(name::startsWith));
            builder.environment().putAll(specification.environment());
            builder.redirectErrorStream(true);
            Path log = data.log(specification.name());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long logBegin = Files.exists(log) ? Files.size(log) : 0;
            return new ChildProcess(specification, data, logBegin, builder.start());
        } catch (IOException e) {
            throw new StackException(specification.name() + " cannot be started (" + e.getMessage() + ").", e);
        }
    }

    private static List<String> command(Specification specification, DataFolder data) throws IOException {
        Ending ending = specification.ending();
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl-C in the terminal reaches the launcher alone, which ends the others in the right
        // order.
        Machine.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("/bin/sh", script(data).toString()));
        command.add(data.pidFile(specification.name()).toString());
        command.addAll(List.of(ending.ask, Integer.toString(ending.patience), ending.force));
        command.addAll(specification.command());
        return command;
    }

    private static synchronized Path script(DataFolder data) throws IOException {
        Path script = data.run().resolve("lifeline.sh");
        Path staged = data.run().resolve("lifeline.sh.new");
        try (InputStream resource =
                Objects.requireNonNull(ChildProcess.class.getResourceAsStream("lifeline.sh"), "lifeline.sh")) {
            Files.copy(resource, staged, StandardCopyOption.REPLACE_EXISTING);
        }
        // A shell reads its script while it runs: a running one must keep the file that it has open.
        return Files.move(staged, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String name() {
        return specification.name();
    }

    boolean isAlive() {
        return lifeline.isAlive();
    }

    /** Completes with the exit code once the process has ended. */
    CompletableFuture<Integer> onExit() {
        return lifeline.onExit().thenApply(Process::exitValue);
    }

    /** The process itself, not the script above it. */
    Optional<ProcessHandle> handle() {
        try {
            Path file = data.pidFile(name());
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException notYetWritten) {
            return Optional.empty();
        }
    }

    /** kill -9, as tests and bad days do it. */
    void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    void stop() {
        try {
            lifeline.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // The pipe of a process that has ended: nothing is left to be stopped.
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!lifeline.waitFor(specification.ending().patience + 10L, TimeUnit.SECONDS)) {
                handle().ifPresent(ProcessHandle::destroyForcibly);
                lifeline.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it ended, as far as its log tells. */
    String lastWords() {
        try {
            return LastWords.of(log(), logBegin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log() {
        return data.log(name());
    }
}
