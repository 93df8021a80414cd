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
import vn.nhipso.directory.unit.SearchWords;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Erases name and phone number of a member for good, wherever they stand; role, body and days stay, and so do the counts. */
@ApplicationScoped
class ErasureService {

    /** The memory of a request keeps a digest of it, by which a guessed name could be confirmed. */
    private static final String FORGET_REQUEST =
            "UPDATE idempotency_key SET request_hash = 'erased' WHERE location = ?";

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
        String reason = reason(sent, member);
        if (member.erasedAt != null) {
            return new Recorded(memberId, sequence.token());
        }
        List<String> fields = ContactLog.fieldsOf(member);
        teams.touch(team, caller);
        member.name = null;
        member.phone = null;
        member.erasedAt = team.recordedAt;
        member.revision++;
        members.flush();
        database.update(FORGET_REQUEST, MemberResource.location(teamId, memberId));
        log.add(teamId, memberId, ContactAction.ERASED, fields, reason, caller.name());
        return new Recorded(memberId, events.append(List.of(teamId), team.recordedAt));
    }

    private static String reason(Erasure sent, TeamMember member) {
        Refusals refusals = new Refusals();
        String reason = CleanText.required(sent.reason(), CleanText.NAME, "/reason", refusals);
        if (repeats(reason, member.name, member.phone)) {
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
