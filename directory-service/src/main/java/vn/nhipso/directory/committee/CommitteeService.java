package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Enters committees, and ends them. */
@ApplicationScoped
class CommitteeService {

    private final CommitteeRepository committees;
    private final CommitteeMemberRepository seats;
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
            PlacementRepository placements,
            UnitOfEntry unitOfEntry,
            Territory territory,
            HierarchyLock hierarchy,
            Ids ids,
            Sequence sequence,
            Clock clock) {
        this.committees = committees;
        this.seats = seats;
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
        Committee committee = read(sent, refusals);
        List<CommitteeMember> members = seats(sent, refusals);
        hierarchy.holdFor(committee.unitCode);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.from(), "/unit", refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        requireNew(committee);
        Itinerary itinerary = unitOfEntry.itinerary(at, sent.from(), sent.to());
        committee.id = ids.next();
        committee.validTo = itinerary.endsOn();
        committee.recordedBy = caller.name();
        committees.persistAndFlush(committee);
        members.forEach(member -> member.committeeId = committee.id);
        seats.persist(members);
        placements.place(Placed.COMMITTEE, committee.id, itinerary, sent.to());
        return new Recorded(committee.id, sequence.token());
    }

    @Transactional
    Recorded end(UUID id, LocalDate on, Caller caller) {
        hierarchy.hold();
        Committee committee = committees
                .findByIdOptional(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> notFound(id));
        List<Stay> stays = placements.of(Placed.COMMITTEE, List.of(id)).getOrDefault(id, List.of());
        Stay last = stays.getLast();
        LocalDate end = last.to();
        territory.require(caller, last.unit(), end == null ? last.from() : end.minusDays(1));
        Spans.requireCanEnd(
                committee.validFrom == null ? stays.getFirst().from() : committee.validFrom, committee.validTo, on);
        committee.validTo = on;
        committee.revision++;
        committee.recordedAt = clock.instant();
        committee.recordedBy = caller.name();
        placements.end(Placed.COMMITTEE, id, on);
        return new Recorded(id, sequence.token());
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                DirectoryProblem.COMMITTEE_NOT_FOUND,
                Text.of("Không có ban chỉ đạo %s.", "There is no committee %s.", id));
    }

    private Committee read(RegisterCommittee sent, Refusals refusals) {
        Committee committee = new Committee();
        committee.unitCode = sent.unit() == null ? "" : sent.unit();
        committee.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
        committee.note = CleanText.note(sent.note(), "/note", refusals);
        Act decision = sent.decision();
        if (decision != null) {
            Days.check(decision.issuedOn(), "/decision/issuedOn", refusals);
            committee.decisionNumber =
                    CleanText.optional(decision.number(), CleanText.NAME, "/decision/number", refusals);
            committee.decisionIssuer =
                    CleanText.optional(decision.issuer(), CleanText.NAME, "/decision/issuer", refusals);
            committee.decisionIssuedOn = decision.issuedOn();
        }
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        committee.validFrom = sent.from();
        committee.revision = 1;
        committee.recordedAt = clock.instant();
        return committee;
    }

    private List<CommitteeMember> seats(RegisterCommittee sent, Refusals refusals) {
        List<CommitteeMember> members = new ArrayList<>();
        if (sent.head() != null) {
            members.add(seat(sent.head(), CommitteeRole.HEAD, 0, "/head", refusals));
        }
        int row = 0;
        for (Seat seat : sent.members() == null ? List.<@Nullable Seat>of() : sent.members()) {
            String at = "/members/" + row;
            if (seat == null) {
                refusals.add(at, DirectoryProblem.FIELD_MISSING);
            } else {
                CommitteeRole role = seat.role() == null ? CommitteeRole.MEMBER : seat.role();
                if (role == CommitteeRole.HEAD && members.stream().anyMatch(member -> member.role == role)) {
                    refusals.add(
                            at + "/role",
                            DirectoryProblem.ALREADY_RECORDED,
                            new Text("Ban chỉ đạo đã có trưởng ban.", "The committee has a head already."));
                }
                members.add(seat(seat, role, row + 1, at, refusals));
            }
            row++;
        }
        return members;
    }

    private CommitteeMember seat(Seat sent, CommitteeRole role, int place, String at, Refusals refusals) {
        CommitteeMember member = new CommitteeMember();
        member.id = ids.next();
        member.place = place;
        member.role = role;
        member.name = CleanText.optional(sent.name(), CleanText.NAME, at + "/name", refusals);
        member.office = CleanText.optional(sent.office(), CleanText.NAME, at + "/office", refusals);
        member.position = CleanText.optional(sent.position(), CleanText.NAME, at + "/position", refusals);
        if (member.name == null && member.office == null && member.position == null) {
            refusals.add(at, DirectoryProblem.PERSON_OR_OFFICE_MISSING);
        }
        return member;
    }

    private void requireNew(Committee committee) {
        committees
                .find(
                        "unitCode = ?1 and lower(name) = lower(?2) and validFrom is not distinct from ?3",
                        committee.unitCode,
                        committee.name,
                        committee.validFrom)
                .firstResultOptional()
                .ifPresent(known -> {
                    throw new ProblemException(
                                    DirectoryProblem.ALREADY_RECORDED,
                                    Text.of(
                                            "Ban chỉ đạo này đã có với id %s.",
                                            "This committee is recorded as %s.", known.id))
                            .with("id", known.id.toString());
                });
    }
}
