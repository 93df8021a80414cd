package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Precondition;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Sent;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Enters teams, alters, ends and reopens them. */
@ApplicationScoped
class TeamService {

    private final TeamRepository teams;
    private final TeamReader reader;
    private final PlacementRepository placements;
    private final UnitOfEntry unitOfEntry;
    private final TeamEvents events;
    private final Territory territory;
    private final PersonRights rights;
    private final HierarchyLock hierarchy;
    private final EntryLock entries;
    private final Sequence sequence;
    private final Ids ids;
    private final Clock clock;

    TeamService(
            TeamRepository teams,
            TeamReader reader,
            PlacementRepository placements,
            UnitOfEntry unitOfEntry,
            TeamEvents events,
            Territory territory,
            PersonRights rights,
            HierarchyLock hierarchy,
            EntryLock entries,
            Sequence sequence,
            Ids ids,
            Clock clock) {
        this.teams = teams;
        this.reader = reader;
        this.placements = placements;
        this.unitOfEntry = unitOfEntry;
        this.events = events;
        this.territory = territory;
        this.rights = rights;
        this.hierarchy = hierarchy;
        this.entries = entries;
        this.sequence = sequence;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Recorded register(RegisterTeam sent, Caller caller) {
        Refusals refusals = new Refusals();
        Team team = TeamForm.read(sent, refusals);
        hierarchy.holdFor(team.unitCode);
        entries.oneOfMany();
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.validFrom(), "/unit", refusals);
        entry.ifPresent(at ->
                TeamForm.checkLevel(sent.level(), at.unit().code(), at.unit().level(), refusals));
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        Itinerary itinerary = unitOfEntry.itinerary(at, sent.validFrom(), sent.validTo(), "/validTo");
        team.unitId = at.unit().unitId();
        requireNew(team);
        team.id = ids.next();
        team.validTo = itinerary.endsOn();
        team.revision = 1;
        team.recordedAt = clock.instant();
        team.recordedBy = caller.name();
        teams.persistAndFlush(team);
        placements.place(Placed.TEAM, team.id, itinerary, sent.validTo());
        return new Recorded(team.id, events.append(List.of(team.id), team.recordedAt));
    }

    @Transactional
    Recorded amend(UUID id, TeamPatch patch, Precondition precondition, Caller caller) {
        hierarchy.holdFor(teams.unitCode(id).orElseThrow(() -> notFound(id)));
        Team team = edit(id, caller);
        precondition.require(reader.view(team, null, caller));
        Refusals refusals = new Refusals();
        Team next = new Team();
        TeamForm.describe(
                next,
                Sent.or(patch.name(), team.name),
                Sent.or(patch.level(), team.level),
                Sent.or(patch.decision(), team.decision()),
                refusals);
        String unit = rights.stays(id).getLast().unit();
        TeamForm.checkLevel(next.level, unit, UnitCode.levelOf(unit), refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        if (!team.describeAs(next)) {
            return new Recorded(id, sequence.token());
        }
        requireNew(team);
        touch(team, caller);
        return new Recorded(id, events.append(List.of(id), team.recordedAt));
    }

    @Transactional
    Recorded end(UUID id, LocalDate on, Caller caller) {
        hierarchy.hold();
        Team team = edit(id, caller);
        LocalDate begin = team.validFrom == null ? rights.stays(id).getFirst().from() : team.validFrom;
        Spans.requireCanEnd(begin, team.validTo, on);
        team.validTo = on;
        touch(team, caller);
        placements.end(Placed.TEAM, id, on);
        return new Recorded(id, events.append(List.of(id), team.recordedAt));
    }

    /** Takes an end back: the team goes on from where it was last. */
    @Transactional
    Recorded reopen(UUID id, Caller caller) {
        hierarchy.hold();
        Team team = edit(id, caller);
        LocalDate ended = team.validTo;
        if (ended == null) {
            throw new ProblemException(
                    DirectoryProblem.NOT_ENDED, new Text("Tổ vẫn đang hoạt động.", "The team has not ended."));
        }
        Stay last = rights.stays(id).getLast();
        Itinerary itinerary = unitOfEntry.onward(last.unit(), last.from());
        if (ended.equals(itinerary.endsOn())) {
            throw new ProblemException(
                    DirectoryProblem.UNIT_NOT_LIVING,
                    Text.of(
                            "Đơn vị %s không còn từ ngày %s và không rõ tổ đi đâu; hãy chuyển tổ bằng moves.",
                            "Unit %s is no more from %s on and nobody knows where the team went; move it with moves.",
                            last.unit(),
                            ended));
        }
        team.validTo = itinerary.endsOn();
        touch(team, caller);
        placements.end(Placed.TEAM, id, last.from());
        placements.place(Placed.TEAM, id, itinerary, null);
        return new Recorded(id, events.append(List.of(id), team.recordedAt));
    }

    /** The team, locked, for a caller with rights over the unit it is at or was at last. */
    Team edit(UUID id, Caller caller) {
        Team team = teams.lock(id).orElseThrow(() -> notFound(id));
        rights.requireEdit(caller, rights.stays(id));
        return team;
    }

    void require(UUID id) {
        teams.require(id);
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

    private void requireNew(Team team) {
        teams.likeness(team).ifPresent(known -> {
            throw new ProblemException(
                            DirectoryProblem.ALREADY_RECORDED,
                            Text.of("Tổ này đã có với id %s.", "This team is recorded as %s.", known))
                    .with("id", known.toString());
        });
    }
}
