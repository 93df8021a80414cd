package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Enters committees, alters and ends them. */
@ApplicationScoped
class CommitteeService {

    private final CommitteeRepository committees;
    private final CommitteeMemberRepository seats;
    private final CommitteeReader reader;
    private final CommitteeEvents events;
    private final PlacementRepository placements;
    private final UnitOfEntry unitOfEntry;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final Ids ids;
    private final Sequence sequence;
    private final Clock clock;

    CommitteeService(
            CommitteeRepository committees,
            CommitteeMemberRepository seats,
            CommitteeReader reader,
            CommitteeEvents events,
            PlacementRepository placements,
            UnitOfEntry unitOfEntry,
            Territory territory,
            HierarchyLock hierarchy,
            Ids ids,
            Sequence sequence,
            Clock clock) {
        this.committees = committees;
        this.seats = seats;
        this.reader = reader;
        this.events = events;
        this.placements = placements;
        this.unitOfEntry = unitOfEntry;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.ids = ids;
        this.sequence = sequence;
        this.clock = clock;
    }

    @Transactional
    Recorded register(RegisterCommittee sent, Caller caller) {
        Refusals refusals = new Refusals();
        Committee committee = CommitteeForm.read(sent, refusals);
        List<CommitteeMember> members = SeatForm.read(sent, ids::next, refusals);
        hierarchy.holdFor(committee.unitCode);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.from(), "/unit", refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        committee.unitId = at.unit().unitId();
        requireNew(committee);
        Itinerary itinerary = unitOfEntry.itinerary(at, sent.from(), sent.to(), "/to");
        committee.id = ids.next();
        committee.validTo = itinerary.endsOn();
        committee.revision = 1;
        committee.recordedAt = clock.instant();
        committee.recordedBy = caller.name();
        committees.persistAndFlush(committee);
        members.forEach(member -> member.committeeId = committee.id);
        seats.persist(members);
        seats.flush();
        placements.place(Placed.COMMITTEE, committee.id, itinerary, sent.to());
        return published(committee, committee.id);
    }

    @Transactional
    Recorded amend(UUID id, CommitteePatch patch, Precondition precondition, Caller caller) {
        hierarchy.holdFor(committees.unitCode(id).orElseThrow(() -> notFound(id)));
        Committee committee = edit(id, caller);
        precondition.require(reader.view(committee, null));
        Refusals refusals = new Refusals();
        Committee next = new Committee();
        CommitteeForm.describe(
                next,
                Sent.or(patch.name(), committee.name),
                Sent.or(patch.decision(), committee.decision()),
                Sent.or(patch.note(), committee.note),
                refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        if (isSame(committee, next)) {
            return new Recorded(id, sequence.token());
        }
        committee.name = next.name;
        committee.note = next.note;
        committee.decisionNumber = next.decisionNumber;
        committee.decisionIssuer = next.decisionIssuer;
        committee.decisionIssuedOn = next.decisionIssuedOn;
        requireNew(committee);
        return touched(committee, id, caller);
    }

    @Transactional
    Recorded end(UUID id, LocalDate on, Caller caller) {
        hierarchy.hold();
        Committee committee = edit(id, caller);
        List<Stay> stays = reader.stays(id);
        Spans.requireCanEnd(
                committee.validFrom == null ? stays.getFirst().from() : committee.validFrom, committee.validTo, on);
        committee.validTo = on;
        placements.end(Placed.COMMITTEE, id, on);
        return touched(committee, id, caller);
    }

    /** The committee, locked, for a caller with rights over the unit it is at or was at last. */
    Committee edit(UUID id, Caller caller) {
        Committee committee = committees.lock(id).orElseThrow(() -> notFound(id));
        Stay last = reader.stays(id).getLast();
        territory.require(caller, last.unit(), last.nearest(VietnamTime.today(clock)));
        return committee;
    }

    /** Counts an edit as a revision and publishes the state after it. */
    Recorded touched(Committee committee, UUID what, Caller caller) {
        committee.revision++;
        committee.recordedAt = clock.instant();
        committee.recordedBy = caller.name();
        committees.flush();
        return published(committee, what);
    }

    private Recorded published(Committee committee, UUID what) {
        return new Recorded(what, events.append(List.of(committee.id), committee.recordedAt));
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                DirectoryProblem.COMMITTEE_NOT_FOUND,
                Text.of("Không có ban chỉ đạo %s.", "There is no committee %s.", id));
    }

    private static boolean isSame(Committee one, Committee other) {
        return one.name.equals(other.name)
                && Objects.equals(one.note, other.note)
                && Objects.equals(one.decision(), other.decision());
    }

    private void requireNew(Committee committee) {
        committees.likeness(committee).ifPresent(known -> {
            throw new ProblemException(
                            DirectoryProblem.ALREADY_RECORDED,
                            Text.of("Ban chỉ đạo này đã có với id %s.", "This committee is recorded as %s.", known))
                    .with("id", known.toString());
        });
    }
}
