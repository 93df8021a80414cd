package vn.nhipso.kit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where uploaded files are for as long as somebody works on them: the parts of forms, bodies and the inputs of jobs. Every process has a
 * folder of its own, so that what the dead leave behind can be told from what the living use.
 */
public final class UploadFolder {

    private static final String PROPERTY = "quarkus.http.body.uploads-directory";

    private UploadFolder() {}

    /** A new file that only this user may read; whoever asked deletes it. */
    public static Path newFile() throws IOException {
        return Files.createTempFile(Files.createDirectories(path()), "upload", "");
    }

    /** Deletes what processes that are no more left behind, this one's predecessor of the same number included. Before anything is taken. */
    static void deleteLeftovers() throws IOException {
        Path own = Files.createDirectories(path());
        delete(own, false);
        String name = own.getFileName().toString();
        String others = name.substring(0, name.lastIndexOf('-') + 1) + "*";
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.resolveSibling("."), others)) {
            for (Path folder : folders) {
                if (isOfTheDead(folder)) {
                    delete(folder, true);
                }
            }
        }
    }

    private static boolean isOfTheDead(Path folder) {
        String name = folder.getFileName().toString();
        String process = name.substring(name.lastIndexOf('-') + 1);
        return process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    private static void delete(Path folder, boolean itself) throws IOException {
        List<Path> content;
        try (Stream<Path> found = Files.walk(folder)) {
            content = found.filter(path -> itself || !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (UncheckedIOException failed) {
            throw new IOException(failed);
        }
        for (Path path : content) {
            Files.deleteIfExists(path);
        }
    }

    private static Path path() {
        return Path.of(ConfigProvider.getConfig().getValue(PROPERTY, String.class))
                .toAbsolutePath();
    }
}
