package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;

/**
 * What a client sends at once, the same bytes however often.
 *
 * @param idempotencyKey with it the client gives up waiting early and sends again; without it only when it knows that nobody works on it any more
 */
record Parcel(Form form, List<Row> rows, @Nullable String idempotencyKey) {

    private static final Duration SHORT = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofSeconds(150);

    /** The ways in which figures are sent. */
    enum Form {
        JSON("application/json", ""),
        JSON_PARTIAL("application/json", "?mode=PARTIAL"),
        LINES("application/x-ndjson", ""),
        LINES_PARTIAL("application/x-ndjson", "?mode=PARTIAL"),
        FILE("text/csv", "?numberFormat=plain"),
        FILE_PARTIAL("text/csv", "?numberFormat=plain&mode=PARTIAL"),
        JOB("text/csv", "?numberFormat=plain");

        private final String mediaType;
        private final String query;

        Form(String mediaType, String query) {
            this.mediaType = mediaType;
            this.query = query;
        }

        boolean isFile() {
            return this == FILE || this == FILE_PARTIAL || this == JOB;
        }

        boolean isPartial() {
            return this == JSON_PARTIAL || this == LINES_PARTIAL || this == FILE_PARTIAL;
        }
    }

    /** @param bad whether it breaks a rule, so that it must be refused */
    record Row(FigureKey key, Content content, boolean bad) {}

    /** Whether all of it must be refused. */
    boolean isRefused() {
        return !form.isPartial() && rows.stream().anyMatch(Row::bad);
    }

    /** What it says when it is taken. */
    List<Row> good() {
        return isRefused() ? List.of() : rows.stream().filter(row -> !row.bad()).toList();
    }

    HttpRequest request(ApiClient indicator) {
        HttpRequest.Builder request = indicator
                .request("/v1/measurement-batches" + form.query)
                .timeout(idempotencyKey == null ? LONG : SHORT)
                .header("Content-Type", form.mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body()));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (form == Form.JOB) {
            request.header("Prefer", "respond-async");
        }
        return request.build();
    }

    private String body() {
        if (form.isFile()) {
            return rows.stream()
                    .map(Parcel::line)
                    .collect(Collectors.joining(
                            "", "indicator,unit,period,scope,numerator,denominator,value,qualifiers,absence\n", ""));
        }
        if (form == Form.LINES || form == Form.LINES_PARTIAL) {
            return rows.stream().map(row -> item(row) + "\n").collect(Collectors.joining());
        }
        ObjectNode body = ApiJson.mapper().createObjectNode();
        ArrayNode items = body.putArray("items");
        rows.forEach(row -> items.add(item(row)));
        return body.toString();
    }

    private static String line(Row row) {
        FigureKey key = row.key();
        Content content = row.content();
        return String.join(
                        ",",
                        key.indicator(),
                        key.unit(),
                        key.period().toString(),
                        key.scope().name(),
                        cell(content.numerator()),
                        cell(content.denominator()),
                        cell(content.value()),
                        content.marks().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                        cell(content.absence()))
                + "\n";
    }

    private static String cell(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static ObjectNode item(Row row) {
        ObjectNode item = ApiJson.mapper()
                .createObjectNode()
                .put("indicator", row.key().indicator())
                .put("unit", row.key().unit())
                .put("period", row.key().period().toString())
                .put("scope", row.key().scope().name());
        Content content = row.content();
        if (content.isNothing()) {
            return item.put("withdrawn", true);
        }
        if (content.numerator() != null) {
            item.put("numerator", content.n());
        }
        if (content.denominator() != null) {
            item.put("denominator", content.d());
        }
        if (content.value() != null) {
            item.put("value", content.v());
        }
        if (!content.marks().isEmpty()) {
            ArrayNode marks = item.putArray("qualifiers");
            content.marks().stream().sorted().forEach(mark -> marks.add(mark.name()));
        }
        if (content.absence() != null) {
            item.put("absence", content.absence());
        }
        return item;
    }
}
