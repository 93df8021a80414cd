package vn.nhipso.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** Holds the document that a service serves against the one that is committed: third-party apps are built on it. */
public final class OpenApiContract {

    private static final String ACCEPT = "nhipso.openapi.accept";

    private OpenApiContract() {}

    /**
     * Fails where the served document differs, and says whether the difference breaks callers. {@code -Dnhipso.openapi.accept=true} writes a
     * compatible one down, {@code -Dnhipso.openapi.accept=breaking} any.
     *
     * @param committed the document in the module, such as {@code docs/openapi.yaml}
     * @param served what {@code /openapi} answers
     */
    public static void assertCommitted(Path committed, String served) {
        String before = read(committed);
        if (before.equals(served)) {
            return;
        }
        String accept = System.getProperty(ACCEPT, "");
        boolean breaking = !before.isEmpty() && breaks(before, served);
        if (accept.equals("breaking") || (accept.equals("true") && !breaking)) {
            write(committed, served);
            return;
        }
        throw new AssertionError(
                breaking
                        ? committed
                                + ": the API breaks its callers. Add instead of changing; if it must be, announce it in the"
                                + " service's README and accept it with -D" + ACCEPT + "=breaking"
                        : committed + ": the API has changed without breaking its callers. Accept it with -D" + ACCEPT
                                + "=true and commit the file");
    }

    /** One more value of an enumeration in an answer breaks nobody: callers pass over what they do not know, as consumers of events do. */
    private static boolean breaks(String before, String after) {
        OpenApiDiffOptions options = OpenApiDiffOptions.builder()
                .configProperty("incompatible.response.enum.increased", "false")
                .build();
        ChangedOpenApi changes = OpenApiCompare.fromContents(before, after, null, options);
        return !changes.isCompatible();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String document) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
