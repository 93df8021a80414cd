package vn.nhipso.indicator.measurement.ingest;

import java.util.Arrays;
import java.util.List;

/** The revisions that a caller has seen, as If-Match names them; weak tags match nothing. */
record IfMatch(List<String> tags) {

    static IfMatch parse(String header) {
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).toList());
    }

    boolean allows(int revision) {
        return tags.contains("*") || tags.contains("\"" + revision + "\"");
    }
}
