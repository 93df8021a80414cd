package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.StorableText;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/** Reads the fields of one JSON object, strictly by type; errors are collected with their pointer. Null is as if left out. */
final class FieldReader {

    private static final int LARGEST_INTEGER = 9_999;

    private final JsonParser json;
    private final String at;
    private final @Nullable Integer row;
    private final List<ProblemError> errors;

    FieldReader(JsonParser json, String at, @Nullable Integer row, List<ProblemError> errors) {
        this.json = json;
        this.at = at;
        this.row = row;
        this.errors = errors;
    }

    FieldReader inside(String field) {
        return new FieldReader(json, pointer(field), row, errors);
    }

    String pointer(String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    boolean opensObject() throws IOException {
        return opens(JsonToken.START_OBJECT, at, "một đối tượng", "an object");
    }

    boolean opensArray(String field) throws IOException {
        return opens(JsonToken.START_ARRAY, pointer(field), "một danh sách", "a list");
    }

    private boolean opens(JsonToken expected, String pointer, String vi, String en) throws IOException {
        if (json.currentToken() == expected) {
            return true;
        }
        json.skipChildren();
        errors.add(new ProblemError(
                pointer,
                row,
                KitProblem.INVALID_FIELD.name(),
                Text.of("Ở đây phải là %1$s.", "Here %2$s is expected.", vi, en)));
        return false;
    }

    @Nullable BigDecimal number(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> decimal(field);
            default -> wrongType(field, "một số, không đặt trong ngoặc kép", "a number, not in quotes");
        };
    }

    private @Nullable BigDecimal decimal(String field) throws IOException {
        try {
            return plain(json.getDecimalValue());
        } catch (NumberFormatException exponentTooLarge) {
            refuse(
                    field,
                    IndicatorProblem.NUMBER_OUT_OF_RANGE.name(),
                    new Text("Số quá lớn hoặc quá nhỏ.", "The number is too large or too small."));
            return null;
        }
    }

    /** 1E3 is a thousand; what is too large to be written out stays as it is, for the range check to refuse. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 && number.scale() > -20 ? number.setScale(0) : number;
    }

    @Nullable Integer integer(String field) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT
                && json.getIntValue() >= 0
                && json.getIntValue() <= LARGEST_INTEGER) {
            return json.getIntValue();
        }
        return wrongType(
                field, "một số nguyên từ 0 đến " + LARGEST_INTEGER, "a whole number from 0 to " + LARGEST_INTEGER);
    }

    @Nullable String text(String field, int longest) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            return wrongType(field, "một chuỗi", "a string");
        }
        String text = json.getText();
        return !text.isBlank() && text.length() <= longest && StorableText.isStorable(text)
                ? text
                : wrongType(
                        field,
                        "một chuỗi Unicode hợp lệ, không trống, dài tối đa " + longest + " ký tự",
                        "a string of valid Unicode, not blank, of at most " + longest + " characters");
    }

    /** Left out is false. */
    boolean flag(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> {
                wrongType(field, "true hoặc false", "true or false");
                yield false;
            }
        };
    }

    <E extends Enum<E>> @Nullable E word(String field, Class<E> words) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_STRING) {
            String given = json.getText();
            for (E word : words.getEnumConstants()) {
                if (word.name().equals(given)) {
                    return word;
                }
            }
        }
        String all = String.join(
                ", ", Arrays.stream(words.getEnumConstants()).map(Enum::name).toList());
        return wrongType(field, "một trong: " + all, "one of: " + all);
    }

    void unknown(String field) throws IOException {
        json.skipChildren();
        refuse(
                field,
                KitProblem.UNKNOWN_FIELD.name(),
                Text.of("Không có trường “%s”.", "There is no field \"%s\".", field));
    }

    void refuse(String field, String code, Text detail) {
        errors.add(new ProblemError(pointer(field), row, code, detail));
    }

    private <T> @Nullable T wrongType(String field, String vi, String en) throws IOException {
        json.skipChildren();
        refuse(
                field,
                KitProblem.INVALID_FIELD.name(),
                Text.of("“%1$s” phải là %2$s.", "\"%1$s\" must be %3$s.", field, vi, en));
        return null;
    }
}
