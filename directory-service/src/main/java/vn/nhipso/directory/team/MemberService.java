package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/** Who joins and leaves a team. Nothing said here repeats a name or a phone number. */
@ApplicationScoped
class MemberService {

    private final TeamService teams;
    private final TeamReader reader;
    private final TeamMemberRepository members;
    private final PersonRights rights;
    private final ContactLog log;
    private final TeamEvents events;
    private final Sequence sequence;
    private final Ids ids;

    MemberService(
            TeamService teams,
            TeamReader reader,
            TeamMemberRepository members,
            PersonRights rights,
            ContactLog log,
            TeamEvents events,
            Sequence sequence,
            Ids ids) {
        this.teams = teams;
        this.reader = reader;
        this.members = members;
        this.rights = rights;
        this.log = log;
        this.events = events;
        this.sequence = sequence;
        this.ids = ids;
    }

    @Transactional
    MemberView get(UUID teamId, UUID memberId, Caller caller) {
        teams.require(teamId);
        rights.requireSee(caller, rights.stays(teamId));
        TeamMember member = find(teamId, memberId);
        log.add(teamId, memberId, ContactAction.READ, ContactLog.fieldsOf(member), null, caller.name());
        return MemberView.of(member);
    }

    /** For the tag after an edit; not a reading. */
    @Transactional
    MemberView state(UUID teamId, UUID memberId) {
        return MemberView.of(find(teamId, memberId));
    }

    @Transactional
    Recorded join(UUID teamId, RegisterMember sent, Caller caller) {
        Team team = teams.edit(teamId, caller);
        rights.requireSee(caller, rights.stays(teamId));
        Refusals refusals = new Refusals();
        TeamMember member = MemberForm.read(sent, false, refusals);
        MemberForm.checkInside(member, team.validFrom, team.validTo, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        requireNew(member, members.of(teamId));
        member.id = ids.next();
        member.teamId = teamId;
        member.revision = 1;
        teams.touch(team, caller);
        member.recordedAt = team.recordedAt;
        member.recordedBy = caller.name();
        members.persistAndFlush(member);
        log.add(teamId, member.id, ContactAction.ENTERED, ContactLog.fieldsOf(member), null, caller.name());
        return new Recorded(member.id, events.append(List.of(teamId), team.recordedAt));
    }

    @Transactional
    Recorded amend(UUID teamId, UUID memberId, MemberPatch patch, Precondition precondition, Caller caller) {
        Team team = teams.edit(teamId, caller);
        rights.requireSee(caller, rights.stays(teamId));
        TeamMember member = find(teamId, memberId);
        precondition.require(MemberView.of(member), reader.view(team, null, caller));
        if (member.erasedAt != null && patch.touchesPersonalData()) {
            throw new ProblemException(
                    DirectoryProblem.MEMBER_ERASED,
                    new Text(
                            "Họ tên và số điện thoại đã được xóa vĩnh viễn; không ghi lại được.",
                            "Name and phone were erased for good and cannot be entered again."));
        }
        Refusals refusals = new Refusals();
        TeamMember next = MemberForm.read(patch.over(member), member.erasedAt != null, refusals);
        MemberForm.checkInside(next, team.validFrom, team.validTo, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        List<String> touched = personalDifference(member, next);
        if (touched.isEmpty() && isSame(member, next)) {
            return new Recorded(memberId, sequence.token());
        }
        take(member, next);
        teams.touch(team, caller);
        stamp(member, team);
        log.add(teamId, memberId, ContactAction.CHANGED, touched, null, caller.name());
        return new Recorded(memberId, events.append(List.of(teamId), team.recordedAt));
    }

    @Transactional
    Recorded leave(UUID teamId, UUID memberId, LocalDate on, Caller caller) {
        Team team = teams.edit(teamId, caller);
        TeamMember member = find(teamId, memberId);
        Spans.requireCanEnd(member.from == null ? team.validFrom : member.from, member.to, on);
        member.to = on;
        teams.touch(team, caller);
        stamp(member, team);
        return new Recorded(memberId, events.append(List.of(teamId), team.recordedAt));
    }

    private TeamMember find(UUID teamId, UUID memberId) {
        return members.findByIdOptional(memberId)
                .filter(found -> found.teamId.equals(teamId))
                .orElseThrow(() -> notFound(memberId));
    }

    static ProblemException notFound(UUID memberId) {
        return new ProblemException(
                DirectoryProblem.MEMBER_NOT_FOUND,
                Text.of("Tổ không có thành viên %s.", "The team has no member %s.", memberId));
    }

    private static void requireNew(TeamMember member, List<TeamMember> known) {
        known.stream()
                .filter(each -> MemberForm.isRepeated(each, member))
                .findFirst()
                .ifPresent(each -> {
                    throw new ProblemException(
                                    DirectoryProblem.ALREADY_RECORDED,
                                    Text.of(
                                            "Thành viên này đã có với id %s.",
                                            "This member is recorded as %s.", each.id))
                            .with("id", each.id.toString());
                });
    }

    private void stamp(TeamMember member, Team team) {
        member.revision++;
        member.recordedAt = team.recordedAt;
        member.recordedBy = team.recordedBy;
        members.flush();
    }

    private static List<String> personalDifference(TeamMember before, TeamMember after) {
        List<String> fields = new ArrayList<>();
        if (!Objects.equals(before.name, after.name)) {
            fields.add(ContactLog.NAME);
        }
        if (!Objects.equals(before.phone, after.phone)) {
            fields.add(ContactLog.PHONE);
        }
        return fields;
    }

    private static boolean isSame(TeamMember before, TeamMember after) {
        return before.role == after.role
                && Objects.equals(before.body, after.body)
                && Objects.equals(before.from, after.from)
                && Objects.equals(before.to, after.to);
    }

    private static void take(TeamMember member, TeamMember next) {
        member.name = next.name;
        member.phone = next.phone;
        member.role = next.role;
        member.body = next.body;
        member.from = next.from;
        member.to = next.to;
    }
}
