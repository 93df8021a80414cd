package vn.nhipso.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of a launcher that was killed: they end by themselves, within seconds, and the next one waits for that. */
public final class Leftovers {

    private static final int PATIENCE_SECONDS = 60;

    private Leftovers() {}

    /** Returns when nothing is left; what does not end by itself is killed. */
    public static void awaitEnd(DataFolder data) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<ProcessHandle> left = children(data);
        while (!left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            left = children(data);
        }
    }

    private static List<ProcessHandle> children(DataFolder data) throws IOException {
        try (Stream<Path> files = Files.list(data.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !file.equals(data.pidFile("launcher")))
                    .flatMap(file -> process(file, data).stream())
                    .toList();
        }
    }

    /** A process id may have been given to somebody else since: only a process that works on this stack's folder counts. */
    private static Optional<ProcessHandle> process(Path pidFile, DataFolder data) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> isOurs(process, pidFile, data));
        } catch (IOException | NumberFormatException justGone) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(ProcessHandle process, Path pidFile, DataFolder data) {
        return process.parent()
                .flatMap(parent -> parent.info().commandLine())
                .filter(line -> line.contains(pidFile.toString())
                        && line.contains(data.run().toString()))
                .isPresent();
    }
}
