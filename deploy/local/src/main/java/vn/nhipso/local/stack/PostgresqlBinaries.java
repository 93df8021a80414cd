package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The real PostgreSQL server out of its jar, unpacked once for all stacks of a checkout. */
final class PostgresqlBinaries {

    static final String MAJOR = "18";

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresqlBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(DataFolder data) {
        Path folder = data.shared().resolve("postgresql-" + MAJOR + "-binaries");
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path staged = Files.createTempDirectory(data.shared(), "postgresql-unpacking-");
            try {
                unpack(staged);
                Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                DataFolder.delete(staged);
            }
        } catch (IOException e) {
            // Another stack of this checkout may have been quicker.
            if (!Files.isDirectory(folder)) {
                throw new StackException(
                        "PostgreSQL cannot be unpacked to " + folder + " (" + e.getMessage()
                                + "): check the rights and the free space there.",
                        e);
            }
        }
        return folder;
    }

    private static String archive() {
        String system = Machine.isMac() ? "darwin" : "linux";
        return "/postgres-" + system + (Machine.isArm() ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream resource = PostgresqlBinaries.class.getResourceAsStream(archive())) {
            if (resource == null) {
                throw new IOException("there are no binaries for this kind of machine, " + archive());
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(resource))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
