package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Reads a batch from JSON, token by token: a row that is wrong is told by its place and does not hide the next one. What is no JSON at all
 * fails with a Jackson exception, which the kit answers with 400.
 */
final class BatchReader {

    static final int MOST_ITEMS = 5_000;

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final List<ProblemError> errors = new ArrayList<>();
    private final FieldReader fields;
    private final List<BatchItem> items = new ArrayList<>();
    private boolean itemsGiven;
    private @Nullable Source source;
    private @Nullable Reason reason;

    private BatchReader(JsonParser json) {
        this.json = json;
        this.fields = new FieldReader(json, "", null, errors);
    }

    static List<BatchItem> read(byte[] body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            return new BatchReader(json).read();
        }
    }

    private List<BatchItem> read() throws IOException {
        if (json.nextToken() == null) {
            throw malformed();
        }
        if (fields.opensObject()) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                read(field);
            }
        }
        if (json.nextToken() != null) {
            throw malformed();
        }
        if (!itemsGiven && errors.isEmpty()) {
            fields.refuse(
                    "items",
                    IndicatorProblem.FIELD_MISSING.name(),
                    new Text("Thiếu danh sách “items”.", "The list \"items\" is missing."));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                            KitProblem.INVALID_FIELD, errors.getFirst().detail())
                    .withErrors(errors);
        }
        return source == null && reason == null
                ? items
                : items.stream().map(this::withDefaults).toList();
    }

    private void read(String field) throws IOException {
        switch (field) {
            case "items" -> readItems(field);
            case "source" -> source = ObjectFields.source(json, fields.inside(field));
            case "reason" -> reason = ObjectFields.reason(json, fields.inside(field));
            default -> fields.unknown(field);
        }
    }

    private void readItems(String field) throws IOException {
        itemsGiven = true;
        if (!fields.opensArray(field)) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST_ITEMS) {
                throw new ProblemException(
                        IndicatorProblem.TOO_MANY_ITEMS,
                        Text.of(
                                "Một lô JSON có tối đa %d số liệu; hãy chia nhỏ hoặc gửi luồng NDJSON.",
                                "A JSON batch has at most %d items; split it, or send an NDJSON stream.", MOST_ITEMS));
            }
            items.add(new ItemReader(json, items.size(), "/items/" + items.size()).read());
        }
    }

    private BatchItem withDefaults(BatchItem item) {
        Content said = item.content();
        Source from = item.withdrawn()
                ? null
                : said.source() == null && source != null && !source.isEmpty() ? source : said.source();
        Content content = new Content(
                said.numerator(),
                said.denominator(),
                said.value(),
                said.qualifiers(),
                said.absence(),
                said.stated(),
                from,
                said.note());
        return new BatchItem(
                item.row(),
                item.at(),
                item.indicator(),
                item.unit(),
                item.period(),
                item.scope(),
                content,
                item.reason() == null ? reason : item.reason(),
                item.withdrawn(),
                item.evidence(),
                item.errors());
    }

    private static ProblemException malformed() {
        return new ProblemException(
                KitProblem.MALFORMED_REQUEST,
                new Text("Nội dung phải là đúng một đối tượng JSON.", "The body must be exactly one JSON object."));
    }
}
