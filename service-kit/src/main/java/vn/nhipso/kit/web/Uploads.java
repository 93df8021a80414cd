package vn.nhipso.kit.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and streams that people send. */
public final class Uploads {

    /** The media type of CSV. */
    public static final String CSV = "text/csv";

    /** The media type of Excel's workbooks. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of JSON texts of a line each. It may have any length where it is read line by line ({@link BodyLimit#streamPaths()}). */
    public static final String NDJSON = "application/x-ndjson";

    private static final String MULTIPART = "multipart/form-data";

    private Uploads() {}

    /** Bytes that a body of this type may have at a path. */
    static long limit(BodyLimit limit, @Nullable String contentType, String path) {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith(NDJSON) && limit.streamPaths().orElse(Set.of()).contains(path)) {
            return Long.MAX_VALUE;
        }
        boolean file = type.startsWith(CSV) || type.startsWith(XLSX) || type.startsWith(MULTIPART);
        return file ? limit.maxUploadBytes() : limit.maxBytes();
    }
}
