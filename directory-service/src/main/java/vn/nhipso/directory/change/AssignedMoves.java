package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.committee.CommitteeEvents;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Relocation;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.team.TeamEvents;
import vn.nhipso.directory.team.TeamLevels;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Where a change itself says that teams and committees of divided units go, because no rule can know it. */
@ApplicationScoped
class AssignedMoves {

    private final PlacementRepository placements;
    private final Relocation relocation;
    private final TeamLevels levels;
    private final TeamEvents teamEvents;
    private final CommitteeEvents committeeEvents;
    private final UnitRepository units;
    private final Territory territory;

    AssignedMoves(
            PlacementRepository placements,
            Relocation relocation,
            TeamLevels levels,
            TeamEvents teamEvents,
            CommitteeEvents committeeEvents,
            UnitRepository units,
            Territory territory) {
        this.placements = placements;
        this.relocation = relocation;
        this.levels = levels;
        this.teamEvents = teamEvents;
        this.committeeEvents = committeeEvents;
        this.units = units;
        this.territory = territory;
    }

    /** A move as it was sent, with its place. */
    private record Move(int row, Placed what, UUID id, String to) {

        String pointer() {
            return "/moves/" + row;
        }
    }

    /** Fails with CHANGE_REFUSED and every move that makes no sense. */
    void check(RegisterChange sent, ChangePlan plan, LocalDate day, Caller caller) {
        Refusals refusals = new Refusals();
        List<Move> moves = read(sent, refusals);
        Set<UUID> seen = new HashSet<>();
        for (Placed what : Placed.values()) {
            List<UUID> ids = moves.stream()
                    .filter(move -> move.what() == what)
                    .map(Move::id)
                    .toList();
            Map<UUID, List<Stay>> stays = placements.of(what, ids);
            Map<UUID, Level> teams = what == Placed.TEAM ? levels.of(ids) : Map.of();
            for (Move move : moves) {
                if (move.what() == what) {
                    if (!seen.add(move.id())) {
                        refusals.add(move.pointer(), DirectoryProblem.DUPLICATE_ROW);
                    }
                    check(move, stays.getOrDefault(move.id(), List.of()), teams.get(move.id()), plan, day, refusals);
                }
            }
        }
        refusals.throwIfAny(DirectoryProblem.CHANGE_REFUSED);
        territory.requireAll(caller, targets(moves), day);
    }

    /** To be asked when the plan is written; what is moved has been checked. */
    void apply(RegisterChange sent, LocalDate day, Instant moment) {
        List<Move> moves = read(sent, new Refusals());
        List<UUID> teams = assign(Placed.TEAM, moves, day);
        List<UUID> committees = assign(Placed.COMMITTEE, moves, day);
        if (!teams.isEmpty()) {
            teamEvents.append(teams, moment);
        }
        if (!committees.isEmpty()) {
            committeeEvents.append(committees, moment);
        }
    }

    private List<UUID> assign(Placed what, List<Move> moves, LocalDate day) {
        Map<UUID, String> targets = new LinkedHashMap<>();
        moves.stream().filter(move -> move.what() == what).forEach(move -> targets.put(move.id(), move.to()));
        return targets.isEmpty() ? List.of() : relocation.assign(what, targets, day);
    }

    private static List<Move> read(RegisterChange sent, Refusals refusals) {
        List<Move> moves = new ArrayList<>();
        int row = 0;
        for (RegisterChange.Move move :
                sent.moves() == null ? List.<RegisterChange.@Nullable Move>of() : sent.moves()) {
            String at = "/moves/" + row;
            if (move == null || (move.team() == null) == (move.committee() == null)) {
                refusals.add(at, DirectoryProblem.MOVE_OF_NOTHING);
            } else if (move.to() == null || UnitCode.parse(move.to()).isEmpty()) {
                refusals.add(at + "/to", DirectoryProblem.CODE_MALFORMED);
            } else {
                UUID team = move.team();
                UUID committee = move.committee();
                moves.add(
                        team == null
                                ? new Move(
                                        row,
                                        Placed.COMMITTEE,
                                        committee == null ? new UUID(0, 0) : committee,
                                        move.to())
                                : new Move(row, Placed.TEAM, team, move.to()));
            }
            row++;
        }
        return moves;
    }

    private void check(
            Move move, List<Stay> stays, @Nullable Level level, ChangePlan plan, LocalDate day, Refusals refusals) {
        if (stays.isEmpty()) {
            refusals.add(
                    move.pointer(),
                    move.what() == Placed.TEAM
                            ? DirectoryProblem.TEAM_NOT_FOUND
                            : DirectoryProblem.COMMITTEE_NOT_FOUND);
            return;
        }
        String unit = stays.stream()
                .filter(stay -> contains(stay, day.minusDays(1)))
                .map(Stay::unit)
                .findFirst()
                .orElse(null);
        if (unit == null) {
            refusals.add(move.pointer(), DirectoryProblem.OUTSIDE_LIFE);
        } else if (!isDivided(unit, plan)) {
            refusals.add(
                    move.pointer(),
                    DirectoryProblem.MOVE_WITHOUT_CAUSE,
                    Text.of(
                            "Lần sắp xếp này không chia %s và không cho đơn vị đó kết thúc mà không có nơi kế tục.",
                            "This change neither divides %s nor ends it without a successor.", unit));
        } else if (!isSuccessor(unit, move.to(), plan)) {
            refusals.add(
                    move.pointer() + "/to",
                    DirectoryProblem.MOVE_NOT_TO_SUCCESSOR,
                    Text.of("%s không nhận gì từ %s.", "%s receives nothing of %s.", move.to(), unit));
        }
        if (!livesAfter(move.to(), plan, day)) {
            refusals.add(move.pointer() + "/to", DirectoryProblem.UNIT_NOT_LIVING);
        } else if (level != null && level.isAbove(UnitCode.levelOf(move.to()))) {
            refusals.add(move.pointer() + "/to", DirectoryProblem.LEVEL_ABOVE_UNIT);
        }
    }

    /** Where all people go to one place, everything follows them. */
    private static boolean isDivided(String unit, ChangePlan plan) {
        boolean concerned =
                plan.endedCodes().contains(unit) || !edges(unit, plan).isEmpty();
        return concerned && Population.goesTo(edges(unit, plan)) == null;
    }

    private static boolean isSuccessor(String unit, String to, ChangePlan plan) {
        List<String> known = new ArrayList<>();
        for (LineageEdge edge : edges(unit, plan)) {
            if (edge.to() != null) {
                known.add(commune(edge.to()));
            }
        }
        return known.isEmpty() || known.contains(commune(to));
    }

    /** Of the unit itself, or of the commune of a hamlet that nothing is said of. */
    private static List<LineageEdge> edges(String unit, ChangePlan plan) {
        List<LineageEdge> own = plan.lineage().getOrDefault(unit, List.of());
        return own.isEmpty() ? plan.lineage().getOrDefault(commune(unit), List.of()) : own;
    }

    private static String commune(String code) {
        int hamlet = code.indexOf('-');
        return hamlet < 0 ? code : code.substring(0, hamlet);
    }

    private boolean livesAfter(String code, ChangePlan plan, LocalDate day) {
        boolean planned = plan.added().stream()
                .anyMatch(version ->
                        version.code().equals(code) && version.valid().contains(day));
        boolean gone = plan.superseded().stream()
                .anyMatch(version ->
                        version.code().equals(code) && version.valid().contains(day));
        return planned || (!gone && units.find(code, new When(day, null)).isPresent());
    }

    private static boolean contains(Stay stay, LocalDate day) {
        LocalDate to = stay.to();
        return !day.isBefore(stay.from()) && (to == null || day.isBefore(to));
    }

    private static Collection<String> targets(List<Move> moves) {
        Set<String> codes = new TreeSet<>();
        moves.forEach(move -> codes.add(move.to()));
        return codes;
    }
}
