package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** Reads the objects within an item: what the source says, which source it is, and why a value is corrected. */
final class ObjectFields {

    private static final int WORDS = 500;
    private static final int SENTENCES = 2_000;

    private ObjectFields() {}

    static @Nullable Stated stated(JsonParser json, FieldReader fields) throws IOException {
        if (!opens(json, fields)) {
            return null;
        }
        String status = null;
        Integer dueYear = null;
        String trend = null;
        Integer rank = null;
        Integer rankOf = null;
        String rankAmong = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "status" -> status = fields.text(field, WORDS);
                case "dueYear" -> dueYear = fields.integer(field);
                case "trend" -> trend = fields.text(field, WORDS);
                case "rank" -> rank = fields.integer(field);
                case "rankOf" -> rankOf = fields.integer(field);
                case "rankAmong" -> rankAmong = fields.text(field, WORDS);
                default -> fields.unknown(field);
            }
        }
        return new Stated(status, dueYear, trend, rank, rankOf, rankAmong);
    }

    static @Nullable Source source(JsonParser json, FieldReader fields) throws IOException {
        if (!opens(json, fields)) {
            return null;
        }
        String title = null;
        String number = null;
        String date = null;
        String url = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "title" -> title = fields.text(field, SENTENCES);
                case "number" -> number = fields.text(field, WORDS);
                case "date" -> date = date(fields, field);
                case "url" -> url = fields.text(field, SENTENCES);
                default -> fields.unknown(field);
            }
        }
        return new Source(title, number, date, url);
    }

    static @Nullable Reason reason(JsonParser json, FieldReader fields) throws IOException {
        if (!opens(json, fields)) {
            return null;
        }
        String code = null;
        String text = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "code" -> code = fields.text(field, 50);
                case "text" -> text = fields.text(field, SENTENCES);
                default -> fields.unknown(field);
            }
        }
        if (code == null) {
            fields.refuse(
                    "code",
                    IndicatorProblem.FIELD_MISSING.name(),
                    new Text("Lý do cần có mã (code).", "A reason needs a code."));
            return null;
        }
        return new Reason(code, text);
    }

    private static @Nullable String date(FieldReader fields, String field) throws IOException {
        String text = fields.text(field, 30);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException malformed) {
            fields.refuse(
                    field,
                    KitProblem.INVALID_FIELD.name(),
                    new Text("Ngày viết dạng 2022-08-09.", "A date is written as 2022-08-09."));
            return null;
        }
    }

    private static boolean opens(JsonParser json, FieldReader fields) throws IOException {
        return json.currentToken() != JsonToken.VALUE_NULL && fields.opensObject();
    }
}
