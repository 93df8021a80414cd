package vn.nhipso.directory.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** What a file of teams does, worked out before anything is written. */
final class TeamImportPlan {

    final List<SheetTeam> begun = new ArrayList<>();
    final List<SheetTeam> altered = new ArrayList<>();
    final List<TeamMember> joined = new ArrayList<>();
    final List<TeamMember> alteredMembers = new ArrayList<>();
    int unchangedMembers;
    int erasedMembers;

    private final FileErrors errors;
    private final Map<UUID, List<TeamMember>> members;
    private final Map<Name, List<KnownTeam>> byName = new HashMap<>();
    private final Set<UUID> meant = new HashSet<>();
    private final Set<Identity> entered = new HashSet<>();

    TeamImportPlan(List<KnownTeam> known, Map<UUID, List<TeamMember>> members, FileErrors errors) {
        this.errors = errors;
        this.members = members;
        for (KnownTeam team : known) {
            enter(team.unit(), team);
            team.stays().stream().map(Stay::unit).distinct().forEach(code -> enter(code, team));
        }
    }

    /** What is recorded once: two codes of one unit do not make two teams. */
    private record Identity(
            UUID unit, TeamKind kind, String name, @Nullable LocalDate from) {

        static Identity of(Team team) {
            return new Identity(team.unitId, team.kind, team.name.toLowerCase(Locale.ROOT), team.validFrom);
        }
    }

    /** Under where it is and what it is called. */
    private record Name(Object where, String name) {

        static Name of(Object where, Team team) {
            return new Name(where, team.name.toLowerCase(Locale.ROOT));
        }
    }

    private void enter(Object where, KnownTeam team) {
        byName.computeIfAbsent(Name.of(where, team.team()), name -> new ArrayList<>())
                .add(team);
    }

    private Stream<KnownTeam> called(Object where, Team sent) {
        return byName.getOrDefault(Name.of(where, sent), List.of()).stream().filter(team -> team.isCalled(sent));
    }

    /** Works out one team; its unit has been found. */
    void add(SheetTeam sheet) {
        UnitOfEntry.Entry entry = Objects.requireNonNull(sheet.entry);
        sheet.team.unitId = entry.unit().unitId();
        KnownTeam known = known(sheet, entry);
        boolean first = known == null ? entered.add(Identity.of(sheet.team)) : meant.add(known.team().id);
        if (!first) {
            say(sheet, null, DirectoryProblem.DUPLICATE_ROW, DirectoryProblem.DUPLICATE_ROW.title());
            return;
        }
        sheet.known = known;
        checkEnd(sheet, known == null ? Objects.requireNonNull(sheet.itinerary).stays() : known.stays());
        List<TeamMember> before = known == null ? List.of() : members.getOrDefault(known.team().id, List.of());
        boolean membersMove = addMembers(sheet, new MemberMatch(before));
        if (known == null) {
            sheet.statedEnd = sheet.team.validTo;
            sheet.team.validTo = Objects.requireNonNull(sheet.itinerary).endsOn();
            begun.add(sheet);
        } else if (alter(sheet, known.team()) || membersMove) {
            altered.add(sheet);
        }
    }

    /** The same unit, kind, name and first day, or the same kind and name at that unit on the day of the row. */
    private @Nullable KnownTeam known(SheetTeam sheet, UnitOfEntry.Entry entry) {
        KnownTeam same = called(entry.unit().unitId(), sheet.team)
                .filter(team -> Objects.equals(team.team().validFrom, sheet.team.validFrom))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return same;
        }
        KnownTeam there = called(entry.unit().code(), sheet.team)
                .filter(team -> team.isAt(entry.unit().code(), entry.day()))
                .findFirst()
                .orElse(null);
        if (there != null && sheet.team.validFrom != null && !sheet.team.validFrom.equals(there.team().validFrom)) {
            say(
                    sheet,
                    null,
                    DirectoryProblem.ALREADY_RECORDED,
                    Text.of(
                            "Tổ cùng tên đang có ở đó với ngày bắt đầu khác (id %s).",
                            "A team of that name is there with another first day (id %s).", there.team().id));
        }
        return there;
    }

    /** @return whether anybody joins or is altered */
    private boolean addMembers(SheetTeam sheet, MemberMatch match) {
        Team team = sheet.known == null ? sheet.team : sheet.known.team();
        boolean moves = false;
        for (SheetTeam.Row row : sheet.members) {
            Refusals refusals = new Refusals();
            MemberForm.checkInside(row.member(), team.validFrom, team.validTo, refusals);
            refusals.errors()
                    .forEach(error -> errors.add(
                            row.line(),
                            "member_" + String.valueOf(error.pointer()).substring(1),
                            error.code(),
                            error.detail()));
            TeamMember meantMember = match.meantBy(row.member());
            if (meantMember == null) {
                joined.add(row.member());
                moves = true;
            } else if (meantMember.erasedAt != null) {
                erasedMembers++;
            } else if (alter(meantMember, row.member())) {
                alteredMembers.add(meantMember);
                moves = true;
            } else {
                unchangedMembers++;
            }
        }
        return moves;
    }

    /** A blank cell says nothing. */
    private static boolean alter(TeamMember known, TeamMember row) {
        boolean same = known.role == row.role
                && (row.body == null || row.body.equals(known.body))
                && (row.phone == null || row.phone.equals(known.phone))
                && (row.to == null || row.to.equals(known.to));
        known.role = row.role;
        known.body = row.body == null ? known.body : row.body;
        known.phone = row.phone == null ? known.phone : row.phone;
        known.to = row.to == null ? known.to : row.to;
        return !same;
    }

    private boolean alter(SheetTeam sheet, Team known) {
        Team sent = sheet.team;
        Act decision = sent.decision();
        boolean same = known.level == sent.level
                && (decision == null || decision.equals(known.decision()))
                && (sent.validTo == null || sent.validTo.equals(known.validTo));
        known.level = sent.level;
        if (decision != null) {
            known.decisionNumber = sent.decisionNumber;
            known.decisionIssuer = sent.decisionIssuer;
            known.decisionIssuedOn = sent.decisionIssuedOn;
        }
        if (sent.validTo != null && !sent.validTo.equals(known.validTo)) {
            if (known.validTo != null) {
                say(sheet, null, DirectoryProblem.ALREADY_ENDED, DirectoryProblem.ALREADY_ENDED.title());
            }
            known.validTo = sent.validTo;
            sheet.ends = true;
        }
        return !same;
    }

    /** A team is somewhere for a day at least. */
    private void checkEnd(SheetTeam sheet, List<Stay> stays) {
        LocalDate first = stays.getFirst().from();
        LocalDate end = sheet.team.validTo;
        if (end != null && !first.isBefore(end)) {
            say(sheet, TeamColumns.VALID_TO, DirectoryProblem.OUTSIDE_LIFE, UnitOfEntry.beforeUnit(first));
        }
    }

    private void say(SheetTeam sheet, @Nullable String column, DirectoryProblem problem, Text detail) {
        sheet.lines.forEach(line -> errors.add(line, column, problem, detail));
    }

    /** Fails with every bad row. */
    static void refuse(FileErrors errors) {
        if (!errors.isEmpty()) {
            throw errors.problem(
                    DirectoryProblem.REQUEST_REFUSED,
                    Text.of(
                            "Có %d lỗi trong tệp; không có gì được ghi.",
                            "The file has %d errors; nothing was recorded.", errors.count()));
        }
    }
}
