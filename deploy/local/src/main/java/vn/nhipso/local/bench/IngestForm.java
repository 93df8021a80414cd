package vn.nhipso.local.bench;

import java.util.ArrayList;
import java.util.List;

/** The ways in which the same rows are sent. */
enum IngestForm {
    JSON("JSON batches", "application/json", ""),
    NDJSON("NDJSON, PARTIAL", "application/x-ndjson", "?mode=PARTIAL"),
    NDJSON_ATOMIC("NDJSON, ATOMIC", "application/x-ndjson", "");

    private final String title;
    private final String mediaType;
    private final String query;

    IngestForm(String title, String mediaType, String query) {
        this.title = title;
        this.mediaType = mediaType;
        this.query = query;
    }

    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    String path() {
        return "/v1/measurement-batches" + query;
    }

    boolean isStream() {
        return this != JSON;
    }

    /** Made before anybody looks at the clock: batches, or one stream a client. */
    List<byte[]> bodies(List<IngestRow> rows, IngestSize size) {
        int part = isStream() ? Math.ceilDiv(rows.size(), size.clients()) : size.batch();
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += part) {
            List<IngestRow> some = rows.subList(from, Math.min(rows.size(), from + part));
            bodies.add(isStream() ? IngestRow.lines(some) : IngestRow.batch(some));
        }
        return bodies;
    }
}
