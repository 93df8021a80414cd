package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.SearchWords;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Erases name and phone number of a member for good, in every membership of that team; role, body and days stay, and so do the counts. */
@ApplicationScoped
class ErasureService {

    private static final String FORGET_REQUESTS = Sql.of(ErasureService.class, "forget-requests.sql");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private final TeamService teams;
    private final TeamMemberRepository members;
    private final PersonRights rights;
    private final ContactLog log;
    private final TeamEvents events;
    private final Sequence sequence;
    private final Database database;

    ErasureService(
            TeamService teams,
            TeamMemberRepository members,
            PersonRights rights,
            ContactLog log,
            TeamEvents events,
            Sequence sequence,
            Database database) {
        this.teams = teams;
        this.members = members;
        this.rights = rights;
        this.log = log;
        this.events = events;
        this.sequence = sequence;
        this.database = database;
    }

    @Transactional
    Recorded erase(UUID teamId, UUID memberId, Erasure sent, Caller caller) {
        Team team = teams.edit(teamId, caller);
        rights.requireSee(caller, rights.stays(teamId));
        TeamMember member = members.findByIdOptional(memberId)
                .filter(found -> found.teamId.equals(teamId))
                .orElseThrow(() -> MemberService.notFound(memberId));
        List<TeamMember> same = memberships(member);
        String reason = reason(sent, same);
        if (member.erasedAt != null) {
            return new Recorded(memberId, sequence.token());
        }
        teams.touch(team, caller);
        for (TeamMember each : same) {
            List<String> fields = ContactLog.fieldsOf(each);
            each.name = null;
            each.phone = null;
            each.erasedAt = team.recordedAt;
            each.revision++;
            members.flush();
            log.add(teamId, each.id, ContactAction.ERASED, fields, reason, caller.name());
        }
        List<String> places = same.stream()
                .map(each -> MemberResource.location(teamId, each.id))
                .toList();
        database.update(FORGET_REQUESTS, places, teamId.toString());
        return new Recorded(memberId, events.append(List.of(teamId), team.recordedAt));
    }

    /** Who left and came back has several: the same name, and no other phone number. */
    private List<TeamMember> memberships(TeamMember member) {
        return members.of(member.teamId).stream()
                .filter(other -> other.id.equals(member.id) || isSamePerson(member, other))
                .toList();
    }

    private static boolean isSamePerson(TeamMember one, TeamMember other) {
        return one.name != null
                && other.name != null
                && one.name.equalsIgnoreCase(other.name)
                && (one.phone == null
                        || other.phone == null
                        || digits(one.phone).equals(digits(other.phone)));
    }

    private static String reason(Erasure sent, List<TeamMember> memberships) {
        Refusals refusals = new Refusals();
        String reason = CleanText.required(sent.reason(), CleanText.NAME, "/reason", refusals);
        if (memberships.stream().anyMatch(each -> repeats(reason, each.name, each.phone))) {
            refusals.add(
                    "/reason",
                    DirectoryProblem.TEXT_INVALID,
                    new Text(
                            "Lý do không được nhắc lại họ tên hay số điện thoại: nó ở lại trong nhật ký.",
                            "The reason must not repeat the name or the phone number: it stays in the log."));
        }
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        return reason;
    }

    private static boolean repeats(String reason, @Nullable String name, @Nullable String phone) {
        boolean named = name != null && (" " + SearchWords.of(reason) + " ").contains(" " + SearchWords.of(name) + " ");
        boolean called = phone != null && digits(reason).contains(digits(phone));
        return named || called;
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }
}
