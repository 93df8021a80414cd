package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack keeps everything: data, keys, logs, process ids. A stack with an offset has a folder of its own.
 *
 * @param shared what all stacks of this checkout have in common (the unpacked PostgreSQL)
 */
public record DataFolder(Path root, Path shared) {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final List<String> CONTENTS = List.of(
            "postgresql",
            "postgresql.new",
            "kafka",
            "keys",
            "logs",
            "tokens.json",
            "passwords.properties",
            "demo-loaded");

    public static DataFolder of(Path folder, int offset) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new DataFolder(offset == 0 ? absolute : absolute.resolve("offset-" + offset), absolute);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path pidFile(String process) {
        return run().resolve(process + ".pid");
    }

    /** Holds the launcher's process id once everything is ready. */
    public Path ready() {
        return run().resolve("ready");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path tokens() {
        return root.resolve("tokens.json");
    }

    /** One line for every demo item that is in; see {@code DemoData}. */
    public Path demoMarker() {
        return root.resolve("demo-loaded");
    }

    Path database() {
        return root.resolve("postgresql");
    }

    Path broker() {
        return root.resolve("kafka");
    }

    Path passwords() {
        return root.resolve("passwords.properties");
    }

    public void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new StackException(
                    "The data folder " + root
                            + " cannot be written: give this user the right to, or free space on its disk.",
                    e);
        }
    }

    /** The services and the logs need room; a disk that fills up under PostgreSQL is worse than not starting. */
    void requireSpace() {
        requireSpace(usableBytes());
    }

    void requireSpace(long usable) {
        if (usable < NEEDED_BYTES) {
            throw new StackException(
                    "The disk of " + root + " is full: " + (usable >> 20) + " MiB are free, the stack needs "
                            + (NEEDED_BYTES >> 20) + " MiB; free some space and start again.");
        }
    }

    /** For what is about to be written beside the stack's own data, whose room stays. */
    public void requireSpaceFor(String what, long bytes) {
        long usable = usableBytes();
        if (usable < bytes + NEEDED_BYTES) {
            throw new StackException("The disk of " + root + " has " + (usable >> 20) + " MiB free; " + what + " needs "
                    + (bytes + NEEDED_BYTES >> 20) + " MiB: free some space and start again.");
        }
    }

    private long usableBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What earlier runs wrote stands beside, one generation of it. */
    public void rollLogs() {
        try (Stream<Path> logs = Files.list(logs())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (!log.equals(log("launcher"))) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".before"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes this stack's data, and neither another stack's nor the lock that the caller holds. */
    public void clear() {
        for (String name : CONTENTS) {
            delete(root.resolve(name));
        }
        create();
    }

    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new DeletingVisitor());
        } catch (IOException e) {
            throw new StackException(
                    "The folder " + path + " cannot be deleted (" + e.getMessage()
                            + "): delete it by hand and start again.",
                    e);
        }
    }

    private static final class DeletingVisitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
