package vn.nhipso.local.catalogue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.nhipso.local.stack.StackException;

/** A file that can be sent: it is there, it can be read, and its first bytes say what it is. */
public record ListFile(Path path, String mediaType) {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    public static ListFile of(Path path) {
        if (!Files.exists(path)) {
            throw new StackException("There is no file " + path + ".");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new StackException(path + " is no file that this user can read.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new ListFile(path, Arrays.equals(in.readNBytes(ZIP.length), ZIP) ? XLSX : CSV);
        } catch (IOException e) {
            throw new StackException(path + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    HttpRequest.BodyPublisher body() {
        try {
            return HttpRequest.BodyPublishers.ofFile(path);
        } catch (FileNotFoundException gone) {
            throw new StackException("There is no file " + path + " any more.", gone);
        }
    }
}
