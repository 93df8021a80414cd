package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import vn.nhipso.kit.table.Column;

/**
 * A column of the catalogue as a table, and the field of the definition that it stands for.
 *
 * @param pointer of the field in the JSON form
 */
record CatalogueColumn(String name, String pointer, Cell cell, List<String> aliases) {

    static final List<CatalogueColumn> ALL = List.of(
            of("name_vi", "/names/vi", Cell.TEXT, "ten chi tieu", "ten"),
            of("name_en", "/names/en", Cell.TEXT, "ten tieng anh"),
            of("pillar", "/pillar", Cell.WORD, "tru cot"),
            of("kind", "/kind", Cell.WORD, "loai"),
            of("nature", "/nature", Cell.WORD, "tinh chat"),
            of("unit_of_measure", "/unitOfMeasure", Cell.TEXT, "don vi tinh"),
            of("decimals", "/decimals", Cell.NUMBER, "so le"),
            of("direction", "/direction", Cell.WORD, "chieu tot"),
            of("reported_by", "/reportedBy", Cell.LEVELS, "cap bao cao"),
            of("frequency", "/frequency", Cell.WORD, "ky bao cao"),
            of("calendar", "/calendar", Cell.WORD, "lich bao cao"),
            of("weight", "/weight", Cell.TEXT, "trong so"),
            of("denominator_indicator", "/denominatorIndicator", Cell.TEXT, "chi tieu mau so"),
            of("above100", "/above100", Cell.FLAG, "vuot 100"),
            of("numerator_label", "/numeratorLabel", Cell.TEXT, "tu so"),
            of("denominator_label", "/denominatorLabel", Cell.TEXT, "mau so"),
            of("definition", "/definition", Cell.TEXT, "dinh nghia"),
            of("custodian", "/custodian", Cell.TEXT, "co quan phu trach"),
            of("legal_basis", "/legalBasis", Cell.TEXT, "can cu phap ly"),
            of("valid_from", "/validFrom", Cell.DAY, "hieu luc tu"),
            of("valid_to", "/validTo", Cell.DAY, "hieu luc den"),
            of("replaced_by", "/replacedBy", Cell.TEXT, "thay bang"));

    static final String CODE = "code";

    /** The columns of a file, the code first. */
    static List<Column> columns() {
        return Stream.concat(
                        Stream.of(Column.required(CODE, "ma", "ma chi tieu")),
                        ALL.stream()
                                .map(column -> Column.optional(
                                        column.name(), column.aliases().toArray(String[]::new))))
                .toList();
    }

    /** What a cell says. */
    enum Cell {
        TEXT,
        WORD,
        NUMBER,
        FLAG,
        LEVELS,
        DAY
    }

    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "yes", true, "có", true, "x", true, "false", false, "no", false, "không", false);

    private static final Map<String, String> LEVELS = Map.of("P", "PROVINCE", "D", "DISTRICT", "C", "COMMUNE");

    private static CatalogueColumn of(String name, String pointer, Cell cell, String... aliases) {
        return new CatalogueColumn(name, pointer, cell, List.of(aliases));
    }

    /** The field's value; what is no such value stays text, which the field refuses. */
    JsonNode read(String text) {
        return switch (cell) {
            case TEXT -> TextNode.valueOf(text.matches("(?s)''*[=+@-].*") ? text.substring(1) : text);
            case WORD -> TextNode.valueOf(text.toUpperCase(Locale.ROOT));
            case NUMBER -> text.matches("\\d{1,2}") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
            case FLAG -> flag(text);
            case LEVELS -> levels(text);
            case DAY -> TextNode.valueOf(text.replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1"));
        };
    }

    /** What {@link #read} reads back. A spreadsheet must not take a text for a formula. */
    String write(JsonNode body) {
        JsonNode value = body.at(pointer);
        if (value.isMissingNode()) {
            return "";
        }
        if (cell == Cell.LEVELS) {
            StringJoiner levels = new StringJoiner(" ");
            value.forEach(level -> levels.add(level.asText()));
            return levels.toString();
        }
        String text = value.asText();
        return cell == Cell.TEXT && text.matches("(?s)'*[=+@-].*") ? "'" + text : text;
    }

    static JsonNode flag(String text) {
        Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
        return flag == null ? TextNode.valueOf(text) : BooleanNode.valueOf(flag);
    }

    /** Their names, or the letters P, D and C in one word. */
    static JsonNode levels(String text) {
        ArrayNode levels = JsonNodeFactory.instance.arrayNode();
        String upper = text.toUpperCase(Locale.ROOT);
        String[] words = upper.matches("[PDC]{1,3}") ? upper.split("") : upper.split("[\\s,;|+/]+");
        for (String word : words) {
            levels.add(LEVELS.getOrDefault(word, word));
        }
        return levels;
    }
}
