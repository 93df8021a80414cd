package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Precondition;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Who takes and leaves a seat in a committee. */
@ApplicationScoped
class SeatService {

    private final CommitteeService committees;
    private final CommitteeMemberRepository seats;
    private final CommitteeReader reader;
    private final Ids ids;
    private final Sequence sequence;

    SeatService(
            CommitteeService committees,
            CommitteeMemberRepository seats,
            CommitteeReader reader,
            Ids ids,
            Sequence sequence) {
        this.committees = committees;
        this.seats = seats;
        this.reader = reader;
        this.ids = ids;
        this.sequence = sequence;
    }

    @Transactional
    Recorded take(UUID id, Seat sent, Caller caller) {
        Committee committee = committees.edit(id, caller);
        List<CommitteeMember> others = seats.of(List.of(id));
        CommitteeMember seat = read(sent, others);
        if (others.stream().anyMatch(other -> saysTheSame(other, seat))) {
            throw new ProblemException(
                    DirectoryProblem.ALREADY_RECORDED,
                    new Text("Thành viên này đã có trong ban.", "This seat is recorded already."));
        }
        seat.id = ids.next();
        seat.committeeId = id;
        seat.place = others.stream().mapToInt(other -> other.place).max().orElse(0) + 1;
        seats.persistAndFlush(seat);
        return committees.touched(committee, seat.id, caller);
    }

    @Transactional
    Recorded amend(UUID id, UUID seatId, SeatPatch patch, Precondition precondition, Caller caller) {
        Committee committee = committees.edit(id, caller);
        precondition.require(reader.view(committee, null));
        List<CommitteeMember> all = seats.of(List.of(id));
        CommitteeMember seat = find(all, seatId);
        CommitteeMember next = read(
                patch.over(seat), all.stream().filter(other -> other != seat).toList());
        if (saysTheSame(seat, next)) {
            return new Recorded(seatId, sequence.token());
        }
        seat.name = next.name;
        seat.office = next.office;
        seat.position = next.position;
        seat.role = next.role;
        seat.from = next.from;
        seat.to = next.to;
        return committees.touched(committee, seatId, caller);
    }

    @Transactional
    Recorded leave(UUID id, UUID seatId, LocalDate on, Caller caller) {
        Committee committee = committees.edit(id, caller);
        CommitteeMember seat = find(seats.of(List.of(id)), seatId);
        Spans.requireCanEnd(seat.from == null ? committee.validFrom : seat.from, seat.to, on);
        seat.to = on;
        return committees.touched(committee, seatId, caller);
    }

    private static CommitteeMember find(List<CommitteeMember> seats, UUID id) {
        return seats.stream()
                .filter(seat -> seat.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        DirectoryProblem.MEMBER_NOT_FOUND,
                        Text.of("Ban không có thành viên %s.", "The committee has no member %s.", id)));
    }

    private static CommitteeMember read(Seat sent, List<CommitteeMember> others) {
        Refusals refusals = new Refusals();
        CommitteeMember seat =
                SeatForm.read(sent, sent.role() == null ? CommitteeRole.MEMBER : sent.role(), "", refusals);
        SeatForm.requireOneHead(seat, others, "/role", refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        return seat;
    }

    private static boolean saysTheSame(CommitteeMember one, CommitteeMember other) {
        return new SeatView(one.committeeId, one.name, one.office, one.position, one.role, one.from, one.to)
                .equals(new SeatView(
                        one.committeeId, other.name, other.office, other.position, other.role, other.from, other.to));
    }
}
