package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableRow;

/**
 * Catalogues as they are drawn up by hand: levels and frequencies as letters, numerator and denominator in one cell. What such a table leaves
 * out follows from what it says: the pillar from the code, the decimals from kind and unit.
 */
final class ShortLayout {

    static final List<Column> COLUMNS = List.of(
            Column.required(CatalogueColumn.CODE),
            Column.required("name_vi"),
            Column.required("name_en"),
            Column.required("unit"),
            Column.required("numerator_over_denominator"),
            Column.optional("stated_at"),
            Column.required("own_levels"),
            Column.required("kind"),
            Column.required("nature"),
            Column.required("frequency"),
            Column.required("direction"),
            Column.required("above100"));

    private static final Map<String, String> FREQUENCIES =
            Map.of("M", "MONTH", "Q", "QUARTER", "H", "HALF", "Y", "YEAR", "A", "ANY");

    private static final Map<String, String> PILLARS = Map.of("G", "GOVERNMENT", "E", "ECONOMY", "S", "SOCIETY");

    private static final Map<String, String> INDEX_PILLARS =
            Map.of("CQS", "GOVERNMENT", "KTS", "ECONOMY", "XHS", "SOCIETY");

    private ShortLayout() {}

    static ObjectNode read(TableRow row, TableColumns columns) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String kind = columns.get(row, "kind").toUpperCase(Locale.ROOT);
        String unit = columns.get(row, "unit").replaceFirst(",.*", "").strip();
        body.putObject("names").put("vi", columns.get(row, "name_vi")).put("en", capital(columns.get(row, "name_en")));
        body.put("pillar", pillar(columns.get(row, CatalogueColumn.CODE)));
        body.put("kind", kind);
        body.put("nature", columns.get(row, "nature").toUpperCase(Locale.ROOT));
        body.put("unitOfMeasure", unit);
        body.put("decimals", kind.equals("COUNT") || kind.equals("FLAG") ? 0 : unit.startsWith("0-1") ? 4 : 2);
        body.put("direction", columns.get(row, "direction").toUpperCase(Locale.ROOT));
        body.set("reportedBy", CatalogueColumn.levels(columns.get(row, "own_levels")));
        String frequency = columns.get(row, "frequency").toUpperCase(Locale.ROOT);
        body.put("frequency", FREQUENCIES.getOrDefault(frequency, frequency));
        body.set("above100", CatalogueColumn.flag(columns.get(row, "above100")));
        if (kind.equals("RATIO")) {
            labels(columns.get(row, "numerator_over_denominator"), body);
        }
        return body;
    }

    /** "subscriptions / population × 100": what it is multiplied with is said by the unit. */
    private static void labels(String cell, ObjectNode body) {
        int stroke = cell.indexOf(" / ");
        if (stroke > 0) {
            body.put("numeratorLabel", cell.substring(0, stroke).strip());
            body.put(
                    "denominatorLabel",
                    cell.substring(stroke + 3).replaceFirst("×\\s*100$", "").strip());
        }
    }

    /** The second letter; an index has its pillar behind the hyphen. */
    private static String pillar(String code) {
        String index = INDEX_PILLARS.get(code.substring(code.indexOf('-') + 1));
        if (index != null) {
            return index;
        }
        return code.length() < 2 ? "FOUNDATION" : PILLARS.getOrDefault(code.substring(1, 2), "FOUNDATION");
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
