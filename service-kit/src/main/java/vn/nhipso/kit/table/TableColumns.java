package vn.nhipso.kit.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Which column of a file is which. */
public final class TableColumns {

    private final Map<String, Integer> places;

    private TableColumns(Map<String, Integer> places) {
        this.places = places;
    }

    /**
     * Finds the columns by their names, whatever their order; letter case, diacritics and everything that is no letter or digit do not count.
     *
     * @throws ProblemException COLUMN_MISSING, COLUMN_UNKNOWN or COLUMN_TWICE, with every such column in its errors
     */
    public static TableColumns bind(List<String> header, List<Column> columns) {
        Map<String, Column> byName = new HashMap<>();
        for (Column column : columns) {
            byName.put(key(column.name()), column);
            column.aliases().forEach(alias -> byName.put(key(alias), column));
        }
        Map<String, Integer> places = new HashMap<>();
        FileErrors errors = new FileErrors();
        missing(header, columns, byName)
                .forEach(name -> errors.add(
                        1,
                        name,
                        KitProblem.COLUMN_MISSING,
                        Text.of("Thiếu cột “%s”.", "The column \"%s\" is missing.", name)));
        for (int place = 0; place < header.size(); place++) {
            Column column = byName.get(key(header.get(place)));
            if (column == null) {
                errors.add(1, shown(header, place), KitProblem.COLUMN_UNKNOWN, unknown(header, place, columns));
            } else if (places.putIfAbsent(column.name(), place) != null) {
                errors.add(
                        1,
                        shown(header, place),
                        KitProblem.COLUMN_TWICE,
                        Text.of("Cột “%s” có hai lần.", "The column \"%s\" stands twice.", column.name()));
            }
        }
        if (!errors.isEmpty()) {
            ProblemError first = errors.listed().getFirst();
            throw errors.problem(KitProblem.valueOf(first.code()), first.detail());
        }
        columns.forEach(column -> places.putIfAbsent(column.name(), -1));
        return new TableColumns(Map.copyOf(places));
    }

    /** Whether a file has all required columns of a layout and none that it does not know: for telling layouts apart. */
    public static boolean fits(List<String> header, List<Column> columns) {
        try {
            return bind(header, columns) != null;
        } catch (ProblemException other) {
            return false;
        }
    }

    /** Where a column stands, from 0; -1 where the file has none. */
    public int indexOf(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no column " + name + " was declared");
        }
        return place;
    }

    /** The cell of a row; "" where the file has no such column. */
    public String get(TableRow row, String name) {
        int place = indexOf(name);
        return place < 0 ? "" : row.cells().get(place);
    }

    private static List<String> missing(List<String> header, List<Column> columns, Map<String, Column> byName) {
        Set<String> found = new HashSet<>();
        for (String name : header) {
            Column column = byName.get(key(name));
            if (column != null) {
                found.add(column.name());
            }
        }
        return columns.stream()
                .filter(column -> column.required() && !found.contains(column.name()))
                .map(Column::name)
                .toList();
    }

    private static Text unknown(List<String> header, int place, List<Column> columns) {
        String known = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return Text.of(
                "Không biết cột “%s”; có: %s.",
                "The column \"%s\" is not known; there are: %s.", shown(header, place), known);
    }

    private static String shown(List<String> header, int place) {
        String name = header.get(place);
        return name.isEmpty() ? String.valueOf(place + 1) : name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static String key(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
