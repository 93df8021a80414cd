package vn.nhipso.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.stack.StackLock;

/** {@code deploy/local/down}: asks the launcher to end, and waits until it has and nothing of it is left. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Mixin
    private StackOptions stack = new StackOptions();

    @Override
    public Integer call() throws Exception {
        DataFolder data = stack.data();
        Optional<StackLock> lock = StackLock.tryTake(data);
        if (lock.isEmpty()) {
            endLauncher(data);
        }
        awaitChildren(data);
        lock.ifPresent(StackLock::close);
        System.out.println(lock.isPresent() ? "No stack runs on " + data.root() + "." : "Stopped.");
        return 0;
    }

    private static void endLauncher(DataFolder data) throws Exception {
        ProcessHandle launcher = StackLock.holder(data)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new StackException(
                        "The launcher of " + data.root() + " holds its lock but cannot be found: end it by hand."));
        System.out.println("Stopping (process " + launcher.pid() + ") ...");
        if (!launcher.destroy()) {
            throw new StackException("The launcher (process " + launcher.pid()
                    + ") cannot be stopped by this user: stop it as the one who started it.");
        }
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            // Its children are on life lines: they end with it.
            launcher.destroyForcibly();
        }
    }

    /** Children of a launcher that was killed end by themselves within seconds; their id files go last. */
    private static void awaitChildren(DataFolder data) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<ProcessHandle> left = children(data);
        while (!left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                left.forEach(ProcessHandle::destroyForcibly);
                throw new StackException("These processes did not end by themselves and were killed: "
                        + left.stream()
                                .map(process -> Long.toString(process.pid()))
                                .toList() + ".");
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
