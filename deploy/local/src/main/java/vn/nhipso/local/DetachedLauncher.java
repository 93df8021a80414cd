package vn.nhipso.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.StackException;

/**
 * The launcher behind {@code --detach}: a process of its own that is let go once all is ready. Until then it ends when the command in the
 * terminal does: it reads its standard input and takes an end without the word for a reason to end.
 */
final class DetachedLauncher {

    private static final int STAY = 's';
    private static final long POLL_MILLIS = 100;
    private static final List<String> PASSED_ON = List.of(
            "nhipso.data",
            "nhipso.repository",
            "nhipso.java-options",
            "java.util.logging.manager",
            "stdout.encoding",
            "stderr.encoding");

    private final DataFolder data;
    private final int offset;

    DetachedLauncher(DataFolder data, int offset) {
        this.data = data;
        this.offset = offset;
    }

    int start(String... arguments) throws IOException {
        data.create();
        Path log = data.log("launcher");
        // A launcher that still runs keeps its log: the new one is refused by the lock and says so at the end of the
        // same file.
        long begin = Files.exists(log) ? Files.size(log) : 0;
        Process launcher = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return follow(launcher, log, begin);
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        // A session of its own, so that closing the terminal does not reach it.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        for (String property : PASSED_ON) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.add(LocalCommands.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private int follow(Process launcher, Path log, long begin) throws IOException {
        try (RandomAccessFile tail = new RandomAccessFile(log.toFile(), "r")) {
            tail.seek(begin);
            while (true) {
                boolean alive = launcher.isAlive();
                copy(tail);
                if (isReady(launcher)) {
                    return letGo(launcher);
                }
                if (!alive) {
                    return Math.max(1, launcher.exitValue());
                }
                launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the stack started.", e);
        }
    }

    private static void copy(RandomAccessFile tail) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = tail.read(buffer); read > 0; read = tail.read(buffer)) {
            System.out.write(buffer, 0, read);
        }
        System.out.flush();
    }

    private boolean isReady(Process launcher) throws IOException {
        return Files.exists(data.ready())
                && Files.readString(data.ready()).strip().equals(Long.toString(launcher.pid()));
    }

    private int letGo(Process launcher) throws IOException {
        try (OutputStream line = launcher.getOutputStream()) {
            line.write(STAY);
        }
        System.out.println("  stop it with       deploy/local/down" + (offset == 0 ? "" : " --offset " + offset));
        return 0;
    }

    /** In the launcher: ends it when the command that started it ended too early. */
    static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            if (!mayStay(System.in)) {
                System.exit(1);
            }
        });
    }

    private static boolean mayStay(InputStream line) {
        try {
            return line.read() == STAY;
        } catch (IOException broken) {
            return false;
        }
    }
}
