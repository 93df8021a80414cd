package vn.nhipso.directory.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.change.ListedEdge;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.SearchWords;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** Reads a list of edges: {@code old_code,new_code,kind,instrument,level,area,population,note}; an empty new code is a successor not known. */
final class LineageFile {

    private static final List<Column> COLUMNS = List.of(
            Column.required("old_code"),
            Column.required("new_code"),
            Column.optional("kind"),
            Column.optional("instrument"),
            Column.optional("level"),
            Column.optional("area"),
            Column.optional("population"),
            Column.optional("share"),
            Column.optional("note"));
    private static final Map<String, Extent> EXTENTS = Map.of(
            "whole", Extent.WHOLE,
            "toan bo", Extent.WHOLE,
            "part", Extent.PART,
            "mot phan", Extent.PART,
            "none", Extent.NONE,
            "khong", Extent.NONE);

    private static final Text NO_ACT = new Text(
            "Không nêu văn bản chung (act) thì mỗi dòng phải nêu instrument.",
            "Where no act is named for all, every row names its instrument.");

    private final TableColumns columns;
    private final LocalDate day;
    private final boolean hasAct;
    private final RowErrors errors;

    private LineageFile(List<String> header, LocalDate day, boolean hasAct, RowErrors errors) {
        this.columns = TableColumns.bind(header, COLUMNS);
        this.day = day;
        this.hasAct = hasAct;
        this.errors = errors;
    }

    /** A row as far as it can be understood alone. */
    private record Row(
            int line,
            String from,
            @Nullable String to,
            @Nullable Extent kind,
            @Nullable Extent area,
            @Nullable Extent population,
            @Nullable BigDecimal share,
            @Nullable String instrument,
            @Nullable String note) {}

    /**
     * @param hasAct whether an act is named for all, so that rows need none of their own
     * @param errors receives every bad row
     * @param prefix of columns in errors
     */
    static List<ListedEdge> read(TableReader table, LocalDate day, boolean hasAct, FileErrors errors, String prefix) {
        LineageFile file = new LineageFile(table.header(), day, hasAct, new RowErrors(errors, prefix));
        List<Row> rows = new ArrayList<>();
        boolean any = false;
        while (table.hasNext()) {
            TableRow row = table.next();
            any = true;
            if (!errors.addFaults(row, table.header())) {
                file.row(row).ifPresent(rows::add);
            }
        }
        if (!any) {
            throw new ProblemException(KitProblem.FILE_EMPTY, KitProblem.FILE_EMPTY.title());
        }
        return file.edges(rows);
    }

    private Optional<Row> row(TableRow row) {
        int line = row.line();
        Level level = level(line, columns.get(row, "level"));
        Optional<UnitCode> from = ListedCode.read(line, "old_code", columns.get(row, "old_code"), level, errors);
        String sent = columns.get(row, "new_code");
        Optional<UnitCode> to =
                sent.isEmpty() ? Optional.empty() : ListedCode.read(line, "new_code", sent, null, errors);
        Extent kind = extent(row, "kind");
        Extent area = extent(row, "area");
        Extent population = extent(row, "population");
        BigDecimal share = share(row);
        String instrument = errors.text(line, "instrument", columns.get(row, "instrument"), false);
        if (!hasAct && columns.get(row, "instrument").isEmpty()) {
            errors.add(line, "instrument", DirectoryProblem.ACT_MISSING, NO_ACT);
        }
        String note =
                columns.get(row, "note").isEmpty() ? "" : errors.text(line, "note", columns.get(row, "note"), false);
        if (from.isEmpty() || (to.isEmpty() && !sent.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                line,
                from.get().value(),
                to.map(UnitCode::value).orElse(null),
                kind,
                area,
                population,
                share,
                instrument.isEmpty() ? null : instrument,
                note.isEmpty() ? null : note));
    }

    private @Nullable Level level(int line, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        Optional<Level> level = LevelWord.read(cell);
        if (level.isEmpty()) {
            errors.add(
                    line,
                    "level",
                    DirectoryProblem.WORD_UNKNOWN,
                    new Text(
                            "Cấp của đơn vị cũ là province, district hoặc commune.",
                            "The level of the old unit is province, district or commune."));
        }
        return level.orElse(null);
    }

    private @Nullable Extent extent(TableRow row, String column) {
        String cell = columns.get(row, column);
        if (cell.isEmpty()) {
            return null;
        }
        Extent extent = EXTENTS.get(SearchWords.of(cell));
        if (extent == null || (column.equals("kind") && extent == Extent.NONE)) {
            errors.add(
                    row.line(),
                    column,
                    DirectoryProblem.WORD_UNKNOWN,
                    column.equals("kind")
                            ? new Text("kind là whole hoặc part.", "The kind is whole or part.")
                            : new Text("Là whole, part hoặc none.", "It is whole, part or none."));
            return null;
        }
        return extent;
    }

    private @Nullable BigDecimal share(TableRow row) {
        String cell = columns.get(row, "share");
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.matches("0[.,][0-9]{1,12}")) {
            return new BigDecimal(cell.replace(',', '.'));
        }
        errors.add(
                row.line(),
                "share",
                DirectoryProblem.LINEAGE_SHARE_INVALID,
                new Text("Tỷ lệ là số từ 0 đến 1, như 0.25.", "A share is a number between 0 and 1, such as 0.25."));
        return null;
    }

    /** What is missing follows the kind; where that is missing too, whether there is another edge of the same unit. */
    private List<ListedEdge> edges(List<Row> rows) {
        Map<String, Integer> outgoing = new HashMap<>();
        rows.forEach(row -> outgoing.merge(row.from(), 1, Integer::sum));
        return rows.stream()
                .map(row -> {
                    boolean only = outgoing.getOrDefault(row.from(), 0) == 1;
                    Extent byCount = only && row.share() == null ? Extent.WHOLE : Extent.PART;
                    Extent byKind = row.kind() == null ? byCount : row.kind();
                    return new ListedEdge(
                            row.line(),
                            new LineageEdge(
                                    row.from(),
                                    day,
                                    row.to(),
                                    row.area() == null ? byKind : row.area(),
                                    row.population() == null ? byKind : row.population(),
                                    row.share(),
                                    row.instrument(),
                                    row.note()));
                })
                .toList();
    }
}
