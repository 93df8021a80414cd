package vn.nhipso.directory.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.kit.problem.Text;

/** Reads seats as sent; a committee has one head at a time. */
final class SeatForm {

    private SeatForm() {}

    /** All seats of a committee that is entered. */
    static List<CommitteeMember> read(RegisterCommittee sent, Supplier<UUID> ids, Refusals refusals) {
        List<CommitteeMember> seats = new ArrayList<>();
        if (sent.head() != null) {
            seats.add(read(sent.head(), CommitteeRole.HEAD, "/head", refusals));
        }
        int row = 0;
        for (Seat seat : sent.members() == null ? List.<@Nullable Seat>of() : sent.members()) {
            String at = "/members/" + row++;
            if (seat == null) {
                refusals.add(at, DirectoryProblem.FIELD_MISSING);
            } else {
                CommitteeMember read = read(seat, CommitteeRole.MEMBER, at, refusals);
                read.role = seat.role() == null ? CommitteeRole.MEMBER : seat.role();
                requireOneHead(read, seats, at + "/role", refusals);
                read.place = row;
                seats.add(read);
            }
        }
        seats.forEach(seat -> seat.id = ids.get());
        return seats;
    }

    /** A seat without identity and place. */
    static CommitteeMember read(Seat sent, CommitteeRole role, String at, Refusals refusals) {
        CommitteeMember seat = new CommitteeMember();
        seat.role = role;
        seat.name = CleanText.optional(sent.name(), CleanText.NAME, at + "/name", refusals);
        seat.office = CleanText.optional(sent.office(), CleanText.NAME, at + "/office", refusals);
        seat.position = CleanText.optional(sent.position(), CleanText.NAME, at + "/position", refusals);
        Spans.check(sent.from(), sent.to(), at + "/from", at + "/to", refusals);
        seat.from = sent.from();
        seat.to = sent.to();
        if (seat.name == null && seat.office == null && seat.position == null) {
            refusals.add(at, DirectoryProblem.PERSON_OR_OFFICE_MISSING);
        }
        return seat;
    }

    static void requireOneHead(CommitteeMember seat, List<CommitteeMember> others, String at, Refusals refusals) {
        boolean second = seat.role == CommitteeRole.HEAD
                && others.stream().anyMatch(other -> other.role == CommitteeRole.HEAD && other.overlaps(seat));
        if (second) {
            refusals.add(
                    at,
                    DirectoryProblem.ALREADY_RECORDED,
                    new Text(
                            "Ban chỉ đạo đã có trưởng ban trong thời gian đó.",
                            "The committee has a head already for that time."));
        }
    }
}
