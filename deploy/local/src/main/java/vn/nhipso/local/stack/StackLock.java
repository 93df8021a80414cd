package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At most one launcher a data folder. The operating system gives the lock back when its holder ends, however it ends. */
public final class StackLock implements AutoCloseable {

    private final FileLock lock;
    private final Path pidFile;

    private StackLock(FileLock lock, Path pidFile) {
        this.lock = lock;
        this.pidFile = pidFile;
    }

    /** Empty when another launcher holds it. */
    public static Optional<StackLock> tryTake(DataFolder data) {
        data.create();
        try {
            FileChannel channel =
                    FileChannel.open(data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Path pidFile = pidFile(data);
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
            return Optional.of(new StackLock(lock, pidFile));
        } catch (IOException e) {
            throw new StackException(
                    "The data folder " + data.root()
                            + " cannot be written: give this user the right to, or free space on its disk.",
                    e);
        }
    }

    public static StackLock take(DataFolder data) {
        return tryTake(data)
                .orElseThrow(
                        () -> new StackException(
                                "A stack already runs on " + data.root()
                                        + holder(data)
                                                .map(pid -> " (process " + pid + ")")
                                                .orElse("")
                                        + ": stop it with deploy/local/down, or start a second one with --offset, for example --offset 100."));
    }

    /** The process id of the launcher that holds the lock. */
    public static Optional<Long> holder(DataFolder data) {
        try {
            return Optional.of(Long.valueOf(
                    Files.readString(pidFile(data), StandardCharsets.UTF_8).strip()));
        } catch (NoSuchFileException | NumberFormatException unknown) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pidFile(DataFolder data) {
        return data.pidFile("launcher");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pidFile);
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
