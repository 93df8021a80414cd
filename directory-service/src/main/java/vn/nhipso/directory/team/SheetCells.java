package vn.nhipso.directory.team;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.SearchWords;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableRow;

/** The cells of a row as values. Pointers of what is wrong are names of columns; what was sent is never repeated. */
record SheetCells(TableRow row, TableColumns columns, Refusals refusals) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})");

    private static final Map<String, TeamKind> KINDS = Map.ofEntries(
            Map.entry("community", TeamKind.COMMUNITY),
            Map.entry("cong dong", TeamKind.COMMUNITY),
            Map.entry("to cong nghe so cong dong", TeamKind.COMMUNITY),
            Map.entry("youth", TeamKind.YOUTH),
            Map.entry("thanh nien", TeamKind.YOUTH),
            Map.entry("to thanh nien", TeamKind.YOUTH),
            Map.entry("support", TeamKind.SUPPORT),
            Map.entry("ho tro", TeamKind.SUPPORT),
            Map.entry("to ho tro", TeamKind.SUPPORT));

    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("hamlet", Level.HAMLET),
            Map.entry("thon", Level.HAMLET),
            Map.entry("ap", Level.HAMLET),
            Map.entry("khom", Level.HAMLET),
            Map.entry("to dan pho", Level.HAMLET),
            Map.entry("commune", Level.COMMUNE),
            Map.entry("xa", Level.COMMUNE),
            Map.entry("district", Level.DISTRICT),
            Map.entry("huyen", Level.DISTRICT),
            Map.entry("province", Level.PROVINCE),
            Map.entry("tinh", Level.PROVINCE));

    private static final Map<String, MemberRole> ROLES = Map.ofEntries(
            Map.entry("leader", MemberRole.LEADER),
            Map.entry("to truong", MemberRole.LEADER),
            Map.entry("truong", MemberRole.LEADER),
            Map.entry("deputy", MemberRole.DEPUTY),
            Map.entry("to pho", MemberRole.DEPUTY),
            Map.entry("pho", MemberRole.DEPUTY),
            Map.entry("member", MemberRole.MEMBER),
            Map.entry("thanh vien", MemberRole.MEMBER),
            Map.entry("to vien", MemberRole.MEMBER));

    RegisterTeam team() {
        String unit = text(TeamColumns.UNIT);
        Level level = word(TeamColumns.LEVEL, LEVELS);
        return new RegisterTeam(
                unit,
                word(TeamColumns.KIND, KINDS),
                level == null && text(TeamColumns.LEVEL) == null ? levelOf(unit) : level,
                text(TeamColumns.NAME),
                Act.of(
                        text(TeamColumns.DECISION_NUMBER),
                        text(TeamColumns.DECISION_ISSUER),
                        day(TeamColumns.DECISION_ISSUED_ON)),
                day(TeamColumns.VALID_FROM),
                day(TeamColumns.VALID_TO));
    }

    boolean hasMember() {
        return TeamColumns.OF_MEMBER.stream()
                .anyMatch(column -> !columns.get(row, column).isEmpty());
    }

    RegisterMember member() {
        MemberRole role = word(TeamColumns.MEMBER_ROLE, ROLES);
        return new RegisterMember(
                text(TeamColumns.MEMBER_NAME),
                role == null && text(TeamColumns.MEMBER_ROLE) == null ? MemberRole.MEMBER : role,
                text(TeamColumns.MEMBER_BODY),
                columns.get(row, TeamColumns.MEMBER_PHONE),
                day(TeamColumns.MEMBER_FROM),
                day(TeamColumns.MEMBER_TO));
    }

    /** A team whose level is not said stands at its unit's own; what is wrong with the code is said elsewhere. */
    private static @Nullable Level levelOf(@Nullable String unit) {
        Level level = UnitCode.parse(unit).map(UnitCode::level).orElse(Level.HAMLET);
        return level == Level.COUNTRY ? null : level;
    }

    /** What a spreadsheet would run when the text comes back to it is no name of anything. */
    private @Nullable String text(String column) {
        String cell = columns.get(row, column);
        int place = columns.indexOf(column);
        if (place >= 0 && row.looksLikeFormula(place)) {
            refusals.add(
                    column,
                    KitProblem.CELL_INVALID,
                    new Text("Ô trông như một công thức.", "The cell looks like a formula."));
        }
        return cell.isEmpty() ? null : cell;
    }

    private <T> @Nullable T word(String column, Map<String, T> words) {
        String cell = columns.get(row, column);
        T value = words.get(SearchWords.of(cell));
        if (value == null && !cell.isEmpty()) {
            refusals.add(
                    column,
                    KitProblem.INVALID_FIELD,
                    Text.of("Phải là một trong: %s.", "It must be one of: %s.", allowed(words)));
        }
        return value;
    }

    private static <T> List<String> allowed(Map<String, T> words) {
        return words.values().stream().map(String::valueOf).distinct().sorted().toList();
    }

    private @Nullable LocalDate day(String column) {
        String cell = columns.get(row, column);
        if (cell.isEmpty()) {
            return null;
        }
        Matcher iso = ISO.matcher(cell);
        Matcher vietnamese = VIETNAMESE.matcher(cell);
        try {
            if (iso.matches()) {
                return date(iso.group(1), iso.group(2), iso.group(3));
            }
            if (vietnamese.matches()) {
                return date(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
            }
        } catch (DateTimeException noSuchDay) {
            // Said below.
        }
        refusals.add(
                column,
                KitProblem.INVALID_FIELD,
                new Text("Ngày viết 2022-10-01 hoặc 01/10/2022.", "A day is written 2022-10-01 or 01/10/2022."));
        return null;
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
