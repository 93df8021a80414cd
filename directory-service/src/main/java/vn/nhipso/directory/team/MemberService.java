package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Who joins and leaves a team. Nothing said here repeats a name or a phone number. */
@ApplicationScoped
class MemberService {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .\\-()]{5,24}");
    private static final int LONGEST_PHONE = 30;

    private final TeamService teams;
    private final TeamMemberRepository members;
    private final TeamEvents events;
    private final Ids ids;

    MemberService(TeamService teams, TeamMemberRepository members, TeamEvents events, Ids ids) {
        this.teams = teams;
        this.members = members;
        this.events = events;
        this.ids = ids;
    }

    @Transactional
    Recorded join(UUID teamId, RegisterMember sent, Caller caller) {
        Team team = teams.edit(teamId, caller);
        TeamMember member = read(sent, team);
        member.id = ids.next();
        member.teamId = teamId;
        teams.touch(team, caller);
        member.recordedAt = team.recordedAt;
        member.recordedBy = caller.name();
        members.persistAndFlush(member);
        return new Recorded(member.id, events.append(List.of(teamId), team.recordedAt));
    }

    @Transactional
    Recorded leave(UUID teamId, UUID memberId, LocalDate on, Caller caller) {
        Team team = teams.edit(teamId, caller);
        TeamMember member = members.findByIdOptional(memberId)
                .filter(found -> found.teamId.equals(teamId))
                .orElseThrow(() -> new ProblemException(
                        DirectoryProblem.MEMBER_NOT_FOUND,
                        Text.of("Tổ không có thành viên %s.", "The team has no member %s.", memberId)));
        Spans.requireCanEnd(member.from == null ? team.validFrom : member.from, member.to, on);
        member.to = on;
        teams.touch(team, caller);
        return new Recorded(memberId, events.append(List.of(teamId), team.recordedAt));
    }

    private static TeamMember read(RegisterMember sent, Team team) {
        Refusals refusals = new Refusals();
        TeamMember member = new TeamMember();
        member.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
        member.body = CleanText.optional(sent.body(), CleanText.NAME, "/body", refusals);
        member.phone = CleanText.optional(sent.phone(), LONGEST_PHONE, "/phone", refusals);
        if (member.phone != null && !PHONE.matcher(member.phone).matches()) {
            refusals.add("/phone", DirectoryProblem.TEXT_INVALID);
        }
        if (sent.role() == null) {
            refusals.add("/role", DirectoryProblem.FIELD_MISSING);
        }
        member.role = sent.role() == null ? MemberRole.MEMBER : sent.role();
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        member.from = sent.from();
        member.to = sent.to();
        checkInside(sent, team, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        return member;
    }

    private static void checkInside(RegisterMember sent, Team team, Refusals refusals) {
        LocalDate from = sent.from();
        LocalDate begin = team.validFrom;
        LocalDate end = team.validTo;
        boolean early = from != null && begin != null && from.isBefore(begin);
        boolean late = from != null && end != null && !from.isBefore(end);
        if (early || late) {
            refusals.add(
                    "/from",
                    DirectoryProblem.OUTSIDE_LIFE,
                    new Text("Tổ không hoạt động vào ngày đó.", "The team did not exist on that day."));
        }
    }
}
