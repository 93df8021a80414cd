package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Reads teams; persons only for the steward and the reporter of the team's own unit, and every such reading is logged. */
@ApplicationScoped
class TeamReader {

    private static final String FIND = Sql.of(TeamReader.class, "find-teams.sql");

    private final TeamRepository teams;
    private final TeamMemberRepository members;
    private final PlacementRepository placements;
    private final PersonRights rights;
    private final ContactLog log;
    private final Database database;
    private final Clock clock;

    TeamReader(
            TeamRepository teams,
            TeamMemberRepository members,
            PlacementRepository placements,
            PersonRights rights,
            ContactLog log,
            Database database,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.placements = placements;
        this.rights = rights;
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /** What narrows a list; null narrows nothing. */
    record Question(
            @Nullable String unit,
            @Nullable String within,
            @Nullable LocalDate day,
            @Nullable TeamKind kind,
            @Nullable Level level,
            @Nullable String words) {}

    /** @param day on which members are counted; null for today */
    @Transactional
    TeamView get(UUID id, @Nullable LocalDate day, Caller caller) {
        Team team = teams.findByIdOptional(id).orElseThrow(() -> TeamService.notFound(id));
        TeamView view = view(team, day, caller);
        if (view.hasPersonalData()) {
            log.add(id, null, ContactAction.READ, List.of(ContactLog.NAME, ContactLog.PHONE), null, caller.name());
        }
        return view;
    }

    /** For the tag after an edit. */
    @Transactional
    TeamView state(UUID id, Caller caller) {
        return view(teams.findByIdOptional(id).orElseThrow(() -> TeamService.notFound(id)), null, caller);
    }

    /** The team as the caller sees it; for those who have it in hand already, and not a reading of its own. */
    TeamView view(Team team, @Nullable LocalDate day, Caller caller) {
        List<Stay> stays = rights.stays(team.id);
        List<TeamMember> all = members.of(team.id);
        TeamView view = TeamView.of(team, stays, all, counted(team, day));
        return rights.maySee(caller, stays) ? view.withPersons(all) : view;
    }

    /** The log of personal data, for the steward of the territory. */
    @Transactional
    List<ContactEntry> log(UUID id, @Nullable UUID after, int limit, Caller caller) {
        teams.require(id);
        rights.requireEdit(caller, rights.stays(id));
        return log.of(id, after, limit);
    }

    @Transactional
    List<TeamView> list(Question question, @Nullable UUID after, int limit) {
        List<UUID> ids = database.list(
                FIND,
                row -> row.getObject("id", UUID.class),
                question.unit(),
                question.within(),
                question.day(),
                question.kind(),
                question.level(),
                question.words(),
                VietnamTime.today(clock),
                after,
                limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Stay>> stays = placements.of(Placed.TEAM, ids);
        Map<UUID, List<TeamMember>> persons =
                members.of(ids).stream().collect(Collectors.groupingBy(member -> member.teamId));
        return teams.list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(team -> team.id.toString()))
                .map(team -> TeamView.of(
                        team,
                        stays.getOrDefault(team.id, List.of()),
                        persons.getOrDefault(team.id, List.of()),
                        counted(team, question.day())))
                .toList();
    }

    /** Without a day today, or the last day of a team that has ended. */
    private LocalDate counted(Team team, @Nullable LocalDate day) {
        LocalDate today = VietnamTime.today(clock);
        LocalDate end = team.validTo;
        if (day != null) {
            return day;
        }
        return end != null && !today.isBefore(end) ? end.minusDays(1) : today;
    }
}
