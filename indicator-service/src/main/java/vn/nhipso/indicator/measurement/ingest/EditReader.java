package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Reads what is said of one measurement whose key is known, as an item of a batch of one. */
final class EditReader {

    private EditReader() {}

    static BatchItem value(byte[] body, Key key) throws IOException {
        try (JsonParser json = BatchReader.JSON.createParser(body)) {
            begin(json);
            BatchItem item = new ItemReader(json, key).read();
            end(json);
            return item;
        }
    }

    static BatchItem withdrawal(byte[] body, Key key) throws IOException {
        try (JsonParser json = BatchReader.JSON.createParser(body)) {
            begin(json);
            List<ProblemError> errors = new ArrayList<>();
            Reason reason = reason(json, new FieldReader(json, "", null, errors));
            end(json);
            return new BatchItem(
                    0,
                    "",
                    key.indicator(),
                    key.unit(),
                    key.period(),
                    key.scope(),
                    Content.NOTHING,
                    reason,
                    true,
                    List.of(),
                    errors);
        }
    }

    private static @Nullable Reason reason(JsonParser json, FieldReader fields) throws IOException {
        Reason reason = null;
        if (fields.opensObject()) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("reason")) {
                    reason = ObjectFields.reason(json, fields.inside(field));
                } else {
                    fields.unknown(field);
                }
            }
        }
        return reason;
    }

    private static void begin(JsonParser json) throws IOException {
        if (json.nextToken() == null) {
            throw malformed();
        }
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                KitProblem.MALFORMED_REQUEST,
                new Text("Nội dung phải là đúng một đối tượng JSON.", "The body must be exactly one JSON object."));
    }
}
