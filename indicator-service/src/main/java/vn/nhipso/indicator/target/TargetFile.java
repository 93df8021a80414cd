package vn.nhipso.indicator.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.indicator.imports.TableRows;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** Targets as a table, CSV or XLSX: each row in the form of JSON. */
final class TargetFile {

    /** All indicators for all communes of a province, for a year. */
    static final int MOST_ROWS = 50_000;

    private static final TableLimits LIMITS =
            new TableLimits(32L * 1024 * 1024, MOST_ROWS, 32, 4_000, 256L * 1024 * 1024);

    private static final List<Column> COLUMNS = List.of(
            Column.required("indicator", "chi tieu", "ma chi tieu"),
            Column.required("unit", "don vi", "ma don vi"),
            Column.required("period", "ky"),
            Column.required("comparator", "so sanh"),
            Column.required("value", "gia tri"),
            Column.optional("qualifiers", "muc do chinh xac"),
            Column.optional("document_number", "so van ban"),
            Column.optional("document_title", "van ban", "trich yeu"),
            Column.optional("document_date", "ngay van ban", "document_issued_on"),
            Column.optional("assigned_by", "don vi giao"),
            Column.optional("note", "ghi chu"),
            Column.optional("supersedes", "thay the"),
            Column.optional("replace", "thay chi tieu hien hanh"));

    private static final Map<String, String> FIELDS =
            Map.of("document_number", "number", "document_title", "title", "document_date", "issuedOn");

    private static final Map<String, String> COMPARATORS = Map.of("≥", ">=", "≤", "<=");

    /** The same number in every format. */
    private static final String WHOLE = "\\d{1,18}";

    private static final Set<String> YES = Set.of("true", "yes", "có", "x");
    private static final Set<String> NO = Set.of("false", "no", "không");

    private TargetFile() {}

    /**
     * The rows that can be read, by their lines.
     *
     * @param numbers null where it was not said: then only whole numbers without marks can be read
     */
    static Map<Integer, ObjectNode> read(Path file, @Nullable NumberFormat numbers, ImportErrors errors) {
        try (TableReader table = TableFile.open(file, LIMITS)) {
            TableColumns columns = TableColumns.bind(table.header(), COLUMNS);
            Map<Integer, ObjectNode> rows = new LinkedHashMap<>();
            while (table.hasNext()) {
                TableRow row = table.next();
                if (TableRows.isSound(row, table.header(), errors)) {
                    JsonNode value = value(columns.get(row, "value"), row.line(), numbers, errors);
                    if (value != null) {
                        rows.put(row.line(), read(row, columns, value));
                    }
                }
            }
            return rows;
        }
    }

    private static @Nullable JsonNode value(
            String text, int line, @Nullable NumberFormat numbers, ImportErrors errors) {
        if (text.matches(WHOLE)) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        if (numbers != null) {
            return value(numbers.read(text), line, errors);
        }
        if (text.matches(".*\\d[.,]\\d.*")) {
            errors.add(
                    line,
                    "/value",
                    IndicatorProblem.NUMBER_AMBIGUOUS,
                    Text.of(
                            "“%s” đọc được theo hai cách; hãy gửi numberFormat=vi-VN hoặc plain.",
                            "\"%s\" can be read in two ways; send numberFormat=vi-VN or plain.", text));
            return null;
        }
        return TextNode.valueOf(text);
    }

    private static @Nullable JsonNode value(NumberFormat.Reading read, int line, ImportErrors errors) {
        if (read.refusal() != null) {
            errors.add(line, "/value", read.refusal().code(), read.refusal().detail());
        }
        return read.number() == null ? null : DecimalNode.valueOf(read.number());
    }

    private static ObjectNode read(TableRow row, TableColumns columns, JsonNode value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Column column : COLUMNS) {
            String text = columns.get(row, column.name());
            if (!text.isEmpty()) {
                put(node, column.name(), text);
            }
        }
        node.set("value", value);
        return node;
    }

    private static void put(ObjectNode node, String column, String text) {
        String field = FIELDS.get(column);
        if (field != null) {
            node.withObject("/document").put(field, field.equals("issuedOn") ? day(text) : text);
        } else {
            switch (column) {
                case "comparator" -> node.put(column, COMPARATORS.getOrDefault(text, text));
                case "qualifiers" -> {
                    for (String word : text.toUpperCase(Locale.ROOT).split("[\\s,;|]+", -1)) {
                        node.withArray("/qualifiers").add(word);
                    }
                }
                case "assigned_by" -> node.put("assignedBy", text);
                case "replace" -> node.set(column, flag(text));
                default -> node.put(column, text);
            }
        }
    }

    private static JsonNode flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? BooleanNode.TRUE : NO.contains(word) ? BooleanNode.FALSE : TextNode.valueOf(text);
    }

    private static String day(String text) {
        return text.replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1");
    }
}
