package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Enters teams, and ends them. */
@ApplicationScoped
class TeamService {

    private final TeamRepository teams;
    private final PlacementRepository placements;
    private final UnitOfEntry unitOfEntry;
    private final TeamEvents events;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final Ids ids;
    private final Clock clock;

    TeamService(
            TeamRepository teams,
            PlacementRepository placements,
            UnitOfEntry unitOfEntry,
            TeamEvents events,
            Territory territory,
            HierarchyLock hierarchy,
            Ids ids,
            Clock clock) {
        this.teams = teams;
        this.placements = placements;
        this.unitOfEntry = unitOfEntry;
        this.events = events;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Recorded register(RegisterTeam sent, Caller caller) {
        Refusals refusals = new Refusals();
        Team team = read(sent, refusals);
        hierarchy.holdFor(team.unitCode);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.validFrom(), "/unit", refusals);
        entry.ifPresent(found -> checkLevel(sent.level(), found, refusals));
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        Itinerary itinerary = unitOfEntry.itinerary(at, sent.validFrom(), sent.validTo());
        requireNew(team);
        team.id = ids.next();
        team.validTo = itinerary.endsOn();
        team.recordedBy = caller.name();
        teams.persistAndFlush(team);
        placements.place(Placed.TEAM, team.id, itinerary, sent.validTo());
        return new Recorded(team.id, events.append(List.of(team.id), team.recordedAt));
    }

    @Transactional
    Recorded end(UUID id, LocalDate on, Caller caller) {
        hierarchy.hold();
        Team team = edit(id, caller);
        LocalDate begin = team.validFrom == null ? stays(id).getFirst().from() : team.validFrom;
        Spans.requireCanEnd(begin, team.validTo, on);
        team.validTo = on;
        touch(team, caller);
        placements.end(Placed.TEAM, id, on);
        return new Recorded(id, events.append(List.of(id), team.recordedAt));
    }

    /** The team, locked, for a caller with rights over the unit it is at or was at last. */
    Team edit(UUID id, Caller caller) {
        Team team = teams.lock(id).orElseThrow(() -> notFound(id));
        requireRights(caller, id);
        return team;
    }

    /** Counts an edit as a revision. */
    void touch(Team team, Caller caller) {
        team.revision++;
        team.recordedAt = clock.instant();
        team.recordedBy = caller.name();
        teams.flush();
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                DirectoryProblem.TEAM_NOT_FOUND, Text.of("Không có tổ %s.", "There is no team %s.", id));
    }

    private void requireRights(Caller caller, UUID id) {
        Stay last = stays(id).getLast();
        LocalDate end = last.to();
        territory.require(caller, last.unit(), end == null ? last.from() : end.minusDays(1));
    }

    private List<Stay> stays(UUID id) {
        return placements.of(Placed.TEAM, List.of(id)).getOrDefault(id, List.of());
    }

    private Team read(RegisterTeam sent, Refusals refusals) {
        Team team = new Team();
        team.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
        team.unitCode = sent.unit() == null ? "" : sent.unit();
        team.kind = sent.kind() == null ? missing("/kind", TeamKind.COMMUNITY, refusals) : sent.kind();
        team.level = sent.level() == null ? missing("/level", Level.HAMLET, refusals) : sent.level();
        Spans.check(sent.validFrom(), sent.validTo(), "/validFrom", "/validTo", refusals);
        Act decision = sent.decision();
        if (decision != null) {
            Days.check(decision.issuedOn(), "/decision/issuedOn", refusals);
            team.decisionNumber = CleanText.optional(decision.number(), CleanText.NAME, "/decision/number", refusals);
            team.decisionIssuer = CleanText.optional(decision.issuer(), CleanText.NAME, "/decision/issuer", refusals);
            team.decisionIssuedOn = decision.issuedOn();
        }
        team.validFrom = sent.validFrom();
        team.revision = 1;
        team.recordedAt = clock.instant();
        return team;
    }

    private static <T> T missing(String pointer, T placeholder, Refusals refusals) {
        refusals.add(pointer, DirectoryProblem.FIELD_MISSING);
        return placeholder;
    }

    private static void checkLevel(@Nullable Level level, UnitOfEntry.Entry entry, Refusals refusals) {
        Level unit = entry.unit().level();
        if (level != null && (level.isAbove(unit) || level == Level.COUNTRY)) {
            refusals.add(
                    "/level",
                    DirectoryProblem.LEVEL_ABOVE_UNIT,
                    Text.of(
                            "%s thuộc cấp %s, tổ không thể ở cấp %s.",
                            "%s is of level %s, a team there cannot be of level %s.",
                            entry.unit().code(),
                            unit,
                            level));
        }
    }

    private void requireNew(Team team) {
        teams.find(
                        "unitCode = ?1 and kind = ?2 and lower(name) = lower(?3) and validFrom is not distinct from ?4",
                        team.unitCode,
                        team.kind,
                        team.name,
                        team.validFrom)
                .firstResultOptional()
                .ifPresent(known -> {
                    throw new ProblemException(
                                    DirectoryProblem.ALREADY_RECORDED,
                                    Text.of("Tổ này đã có với id %s.", "This team is recorded as %s.", known.id))
                            .with("id", known.id.toString());
                });
    }
}
