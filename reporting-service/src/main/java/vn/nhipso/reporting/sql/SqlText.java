package vn.nhipso.reporting.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A statement from a {@code .sql} resource next to its class, with {@code {names}} that stand for relations. */
public record SqlText(String text) {

    /** Reads the resource; its comments stay behind, as they may name what is replaced. */
    public static SqlText of(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource + " beside " + beside.getName());
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SqlText(
                    all.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public SqlText with(String name, String replacement) {
        return new SqlText(text.replace("{" + name + "}", replacement));
    }

    public SqlText with(String name, SqlText replacement) {
        return with(name, replacement.text());
    }
}
