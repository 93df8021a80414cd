package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/** Reads one item of a batch. Whatever is wrong with a field becomes an error of the row, and reading goes on behind it. */
final class ItemReader {

    private static final Set<String> NAMING = Set.of("indicator", "unit", "period", "scope", "withdrawn");

    private static final int MOST_FILES = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JsonParser json;
    private final int row;
    private final String at;
    private final List<ProblemError> errors = new ArrayList<>(0);
    private final FieldReader fields;

    private @Nullable String indicator;
    private @Nullable String unit;
    private @Nullable String period;
    private @Nullable Scope scope;
    private @Nullable BigDecimal numerator;
    private @Nullable BigDecimal denominator;
    private @Nullable BigDecimal value;
    private @Nullable List<Qualifier> qualifiers;
    private @Nullable Absence absence;
    private @Nullable Stated stated;
    private @Nullable Source source;
    private @Nullable String note;
    private @Nullable Reason reason;
    private boolean withdrawn;
    private List<UUID> evidence = List.of();
    private boolean isNamed;

    ItemReader(JsonParser json, int row, String at) {
        this.json = json;
        this.row = row;
        this.at = at;
        this.fields = new FieldReader(json, at, row, errors);
    }

    /** For what is said of a measurement whose key is known: the body is the item, and names none. */
    ItemReader(JsonParser json, Key key) {
        this.json = json;
        this.row = 0;
        this.at = "";
        this.fields = new FieldReader(json, "", null, errors);
        this.indicator = key.indicator();
        this.unit = key.unit();
        this.period = key.period();
        this.scope = key.scope();
        this.isNamed = true;
    }

    /** The parser stands on the item's first token. */
    BatchItem read() throws IOException {
        if (fields.opensObject()) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                if (isNamed && NAMING.contains(field)) {
                    fields.unknown(field);
                } else {
                    read(field);
                }
            }
            require("indicator", indicator);
            require("unit", unit);
            require("period", period);
            require("scope", scope);
        }
        Content content = new Content(
                numerator, denominator, value, qualifiers, absence, emptyToNull(stated), emptyToNull(source), note);
        if (withdrawn && !content.equals(Content.NOTHING)) {
            fields.refuse(
                    "withdrawn",
                    IndicatorProblem.WRONG_SHAPE.name(),
                    new Text(
                            "Dòng rút lại số liệu chỉ nêu số liệu nào và lý do.",
                            "An item that withdraws says only which value, and why."));
        }
        return new BatchItem(row, at, indicator, unit, period, scope, content, reason, withdrawn, evidence, errors);
    }

    private void read(String field) throws IOException {
        switch (field) {
            case "indicator" -> indicator = fields.text(field, 30);
            case "unit" -> unit = fields.text(field, 30);
            case "period" -> period = fields.text(field, 30);
            case "scope" -> scope = fields.word(field, Scope.class);
            case "numerator" -> numerator = fields.number(field);
            case "denominator" -> denominator = fields.number(field);
            case "value" -> value = fields.number(field);
            case "qualifiers" -> qualifiers = qualifiers(field);
            case "absence" -> absence = fields.word(field, Absence.class);
            case "stated" -> stated = ObjectFields.stated(json, fields.inside(field));
            case "source" -> source = ObjectFields.source(json, fields.inside(field));
            case "note" -> note = fields.text(field, 4_000);
            case "reason" -> reason = ObjectFields.reason(json, fields.inside(field));
            case "withdrawn" -> withdrawn = fields.flag(field);
            case "evidence" -> evidence = evidence(field);
            case "breakdown" -> breakdown(field);
            default -> fields.unknown(field);
        }
    }

    private @Nullable List<Qualifier> qualifiers(String field) throws IOException {
        Set<Qualifier> found = EnumSet.noneOf(Qualifier.class);
        if (json.currentToken() == JsonToken.VALUE_NULL || !fields.opensArray(field)) {
            return null;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Qualifier qualifier = fields.word(field, Qualifier.class);
            if (qualifier != null) {
                found.add(qualifier);
            }
        }
        return List.copyOf(found);
    }

    private List<UUID> evidence(String field) throws IOException {
        Set<UUID> files = new LinkedHashSet<>();
        if (json.currentToken() == JsonToken.VALUE_NULL || !fields.opensArray(field)) {
            return List.of();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String id = fields.text(field, 36);
            if (id == null || !ID.matcher(id).matches() || files.size() == MOST_FILES) {
                fields.refuse(
                        field,
                        KitProblem.INVALID_FIELD.name(),
                        Text.of(
                                "evidence là các mã tệp minh chứng (UUID), không quá %d.",
                                "evidence holds ids of files (UUID), %d at most.", MOST_FILES));
                json.skipChildren();
            } else {
                files.add(UUID.fromString(id));
            }
        }
        return List.copyOf(files);
    }

    private void breakdown(String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            json.skipChildren();
            fields.refuse(
                    field,
                    IndicatorProblem.BREAKDOWN_NOT_SUPPORTED.name(),
                    new Text("Chưa nhận số liệu phân tổ.", "Breakdowns are not taken yet."));
        }
    }

    private void require(String field, @Nullable Object given) {
        if (given == null
                && errors.stream().noneMatch(error -> fields.pointer(field).equals(error.pointer()))) {
            fields.refuse(
                    field,
                    IndicatorProblem.FIELD_MISSING.name(),
                    Text.of("Thiếu trường “%s”.", "The field \"%s\" is missing.", field));
        }
    }

    private static @Nullable Stated emptyToNull(@Nullable Stated stated) {
        return stated == null || stated.isEmpty() ? null : stated;
    }

    private static @Nullable Source emptyToNull(@Nullable Source source) {
        return source == null || source.isEmpty() ? null : source;
    }
}
