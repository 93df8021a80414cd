package vn.nhipso.directory.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.web.UploadFolder;

/** The files of an order in one, for a job that takes only one. */
final class Bundle {

    private static final String UNITS = "units";
    private static final String LINEAGE = "lineage";

    private Bundle() {}

    /** A new file; whoever asked deletes it. */
    static Path pack(@Nullable Path units, @Nullable Path lineage) throws IOException {
        Path file = UploadFolder.newFile();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            add(zip, UNITS, units);
            add(zip, LINEAGE, lineage);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, @Nullable Path file) throws IOException {
        if (file != null) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    /** The files, for as long as somebody works on them. */
    record Unpacked(@Nullable Path units, @Nullable Path lineage) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (units != null) {
                Files.deleteIfExists(units);
            }
            if (lineage != null) {
                Files.deleteIfExists(lineage);
            }
        }
    }

    static Unpacked unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Path units = take(zip, UNITS);
            try {
                return new Unpacked(units, take(zip, LINEAGE));
            } catch (IOException | RuntimeException failed) {
                new Unpacked(units, null).close();
                throw failed;
            }
        }
    }

    private static @Nullable Path take(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        Path file = UploadFolder.newFile();
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        return file;
    }
}
