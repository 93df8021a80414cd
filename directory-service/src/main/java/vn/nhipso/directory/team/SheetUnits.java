package vn.nhipso.directory.team;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.LineageWalk;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** What {@link UnitOfEntry} finds for one request, for all teams of a file at once. */
record SheetUnits(Hierarchy units, LineageWalk walk, LocalDate today) {

    /** Finds the unit of a team and where it goes; adds what is wrong to every row of it. */
    void place(SheetTeam sheet, FileErrors errors) {
        Team team = sheet.team;
        Optional<UnitOfEntry.Entry> entry =
                UnitCode.parse(team.unitCode).isEmpty() ? Optional.empty() : find(team.unitCode, team.validFrom);
        if (entry.isEmpty()) {
            refuse(sheet, errors);
            return;
        }
        UnitOfEntry.Entry at = entry.get();
        if (team.level.isAbove(at.unit().level())) {
            sheet.lines.forEach(line -> errors.add(
                    line,
                    TeamColumns.LEVEL,
                    DirectoryProblem.LEVEL_ABOVE_UNIT,
                    DirectoryProblem.LEVEL_ABOVE_UNIT.title()));
        }
        LocalDate start = team.validFrom == null ? firstDay(at.unit()) : team.validFrom;
        sheet.entry = at;
        sheet.itinerary = Itinerary.from(walk, at.unit().code(), start, team.validTo);
    }

    private Optional<UnitOfEntry.Entry> find(String code, @Nullable LocalDate from) {
        if (from != null) {
            return on(code, from);
        }
        return on(code, today).or(() -> units.versions(code).stream()
                .reduce((first, second) -> second)
                .map(last -> last.valid().to())
                .flatMap(end -> on(code, end.minusDays(1))));
    }

    private Optional<UnitOfEntry.Entry> on(String code, LocalDate day) {
        return units.at(code, day).map(unit -> new UnitOfEntry.Entry(unit, day));
    }

    private LocalDate firstDay(UnitVersion unit) {
        LocalDate first = unit.valid().from();
        while (first.isAfter(Days.FIRST)) {
            Optional<UnitVersion> before =
                    units.at(unit.code(), first.minusDays(1)).filter(unit::isSameUnit);
            if (before.isEmpty()) {
                return first;
            }
            first = before.get().valid().from();
        }
        return Days.FIRST;
    }

    private void refuse(SheetTeam sheet, FileErrors errors) {
        String code = sheet.team.unitCode;
        boolean malformed = UnitCode.parse(code).isEmpty();
        String lives = malformed
                ? ""
                : units.versions(code).stream()
                        .map(unit -> unit.fullName() + " " + unit.valid().spoken())
                        .collect(Collectors.joining("; "));
        DirectoryProblem problem = malformed
                ? DirectoryProblem.CODE_MALFORMED
                : lives.isEmpty() ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.UNIT_NOT_LIVING;
        Text detail = lives.isEmpty()
                ? problem.title()
                : Text.of(
                        "Ngày đó không có đơn vị mang mã %s; đã ghi: %s.",
                        "On that day no unit has code %s; on record: %s.", code, lives);
        sheet.lines.forEach(line -> errors.add(line, TeamColumns.UNIT, problem, detail));
    }
}
