package vn.nhipso.directory.team;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/**
 * A file of teams, read in full. Every bad row is named; nothing that is said repeats a name or a phone number.
 *
 * @param rows below the header
 */
record TeamSheet(int rows, List<SheetTeam> teams) {

    private static final int MOST_MEMBERS = 1_000;

    /** All rows are held at once, here and in the plan: more than this comes in several files. */
    private static final TableLimits LIMITS = new TableLimits(16L * 1024 * 1024, 20_000, 64, 4_000, 128L * 1024 * 1024);

    private static final Map<String, String> TEAM_COLUMNS = Map.of(
            "/unit", TeamColumns.UNIT,
            "/kind", TeamColumns.KIND,
            "/level", TeamColumns.LEVEL,
            "/name", TeamColumns.NAME,
            "/decision/number", TeamColumns.DECISION_NUMBER,
            "/decision/issuer", TeamColumns.DECISION_ISSUER,
            "/decision/issuedOn", TeamColumns.DECISION_ISSUED_ON,
            "/validFrom", TeamColumns.VALID_FROM,
            "/validTo", TeamColumns.VALID_TO);

    private static final Map<String, String> MEMBER_COLUMNS = Map.of(
            "/name", TeamColumns.MEMBER_NAME,
            "/role", TeamColumns.MEMBER_ROLE,
            "/body", TeamColumns.MEMBER_BODY,
            "/phone", TeamColumns.MEMBER_PHONE,
            "/from", TeamColumns.MEMBER_FROM,
            "/to", TeamColumns.MEMBER_TO);

    static TeamSheet read(Path file, FileErrors errors) {
        Map<SheetTeam.Key, SheetTeam> teams = new LinkedHashMap<>();
        int rows = 0;
        try (TableReader reader = TableFile.open(file, LIMITS)) {
            TableColumns columns = TeamColumns.bind(reader.header());
            while (reader.hasNext()) {
                TableRow row = reader.next();
                rows++;
                if (!errors.addFaults(row, reader.header())) {
                    read(row, columns, teams, errors);
                }
            }
        }
        return new TeamSheet(rows, new ArrayList<>(teams.values()));
    }

    private static void read(
            TableRow row, TableColumns columns, Map<SheetTeam.Key, SheetTeam> teams, FileErrors errors) {
        Refusals ofCells = new Refusals();
        Refusals ofTeam = new Refusals();
        Refusals ofMember = new Refusals();
        SheetCells cells = new SheetCells(row, columns, ofCells);
        Team team = TeamForm.read(cells.team(), ofTeam);
        TeamMember member = cells.hasMember() ? MemberForm.read(cells.member(), false, ofMember) : null;
        List<String> bad = say(row.line(), ofCells, Map.of(), List.of(), errors);
        say(row.line(), ofTeam, TEAM_COLUMNS, bad, errors);
        say(row.line(), ofMember, MEMBER_COLUMNS, bad, errors);
        if (ofCells.isEmpty() && ofTeam.isEmpty() && ofMember.isEmpty()) {
            gather(row.line(), team, member, teams, errors);
        }
    }

    private static void gather(
            int line, Team team, @Nullable TeamMember member, Map<SheetTeam.Key, SheetTeam> teams, FileErrors errors) {
        SheetTeam whole = teams.computeIfAbsent(SheetTeam.key(team), key -> new SheetTeam(team));
        if (!whole.isSaidAgainBy(team)) {
            errors.add(
                    line,
                    null,
                    DirectoryProblem.TEAM_ROWS_DIFFER,
                    Text.of(
                            "Các cột của tổ khác với dòng %d.",
                            "The columns of the team differ from line %d.", whole.lines.getFirst()));
        } else if (member != null && whole.members.size() == MOST_MEMBERS) {
            errors.add(
                    line,
                    null,
                    DirectoryProblem.NUMBER_OUT_OF_RANGE,
                    Text.of("Một tổ có nhiều nhất %d dòng.", "A team has at most %d rows.", MOST_MEMBERS));
        } else if (member != null && !whole.isNew(member)) {
            errors.add(
                    line,
                    null,
                    DirectoryProblem.DUPLICATE_ROW,
                    new Text("Thành viên đã có ở dòng trên.", "The member stands above already."));
        } else if (member != null) {
            whole.members.add(new SheetTeam.Row(line, member));
        }
        whole.lines.add(line);
    }

    /** @return the columns named; one that cannot be read is not said to be missing as well */
    private static List<String> say(
            int line, Refusals refusals, Map<String, String> columns, List<String> said, FileErrors errors) {
        List<String> named = new ArrayList<>();
        for (ProblemError error : refusals.errors()) {
            String pointer = String.valueOf(error.pointer());
            String column = columns.getOrDefault(pointer, pointer);
            if (!said.contains(column)) {
                errors.add(line, column, error.code(), error.detail());
                named.add(column);
            }
        }
        return named;
    }
}
