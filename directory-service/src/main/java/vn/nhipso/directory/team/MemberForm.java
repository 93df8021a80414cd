package vn.nhipso.directory.team;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.kit.problem.Text;

/** Reads a member as sent. What is said to be wrong never repeats what was sent. */
final class MemberForm {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .\\-()]{5,24}");
    private static final int LONGEST_PHONE = 30;

    private MemberForm() {}

    /**
     * A member without identity, checked; what is wrong is added to the refusals.
     *
     * @param erased name and phone are gone for good and stay so
     */
    static TeamMember read(RegisterMember sent, boolean erased, Refusals refusals) {
        TeamMember member = new TeamMember();
        if (!erased) {
            member.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
            member.phone = phone(sent.phone(), refusals);
        }
        member.body = CleanText.optional(sent.body(), CleanText.NAME, "/body", refusals);
        if (sent.role() == null) {
            refusals.add("/role", DirectoryProblem.FIELD_MISSING);
        }
        member.role = sent.role() == null ? MemberRole.MEMBER : sent.role();
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        member.from = sent.from();
        member.to = sent.to();
        return member;
    }

    /** Nobody is in a team that is not there. */
    static void checkInside(TeamMember member, @Nullable LocalDate begin, @Nullable LocalDate end, Refusals refusals) {
        LocalDate from = member.from;
        LocalDate to = member.to;
        boolean early = from != null && begin != null && from.isBefore(begin);
        boolean late = from != null && end != null && !from.isBefore(end);
        if (early || late) {
            refusals.add("/from", DirectoryProblem.OUTSIDE_LIFE, notThere());
        }
        if (to != null && begin != null && !to.isAfter(begin)) {
            refusals.add("/to", DirectoryProblem.OUTSIDE_LIFE, notThere());
        }
    }

    /** Whether the two say the same of the same person for an overlapping time: sent twice. */
    static boolean isRepeated(TeamMember one, TeamMember other) {
        return one.name != null
                && one.name.equalsIgnoreCase(other.name)
                && Objects.equals(one.phone, other.phone)
                && one.role == other.role
                && Objects.equals(one.body, other.body)
                && overlap(one, other);
    }

    private static boolean overlap(TeamMember one, TeamMember other) {
        return startsBeforeEnd(one.from, other.to) && startsBeforeEnd(other.from, one.to);
    }

    private static boolean startsBeforeEnd(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || from.isBefore(to);
    }

    private static @Nullable String phone(@Nullable String sent, Refusals refusals) {
        String phone = CleanText.optional(sent, LONGEST_PHONE, "/phone", refusals);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            refusals.add("/phone", DirectoryProblem.TEXT_INVALID);
        }
        return phone;
    }

    private static Text notThere() {
        return new Text("Tổ không hoạt động vào ngày đó.", "The team did not exist on that day.");
    }
}
