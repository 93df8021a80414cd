package vn.nhipso.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that is longer than a few lines lives in a resource next to its class. */
public final class SqlResource {

    private SqlResource() {}

    public static String load(Class<?> neighbour, String file) {
        try (InputStream sql = neighbour.getResourceAsStream(file)) {
            if (sql == null) {
                throw new IllegalStateException("no " + file + " beside " + neighbour.getSimpleName());
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
