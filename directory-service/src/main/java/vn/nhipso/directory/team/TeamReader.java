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
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.time.VietnamTime;

/** Reads teams; persons only for the steward and the reporter of the team's own unit. */
@ApplicationScoped
class TeamReader {

    private static final String FIND = Sql.of(TeamReader.class, "find-teams.sql");

    private final TeamRepository teams;
    private final TeamMemberRepository members;
    private final PlacementRepository placements;
    private final Database database;
    private final Territory territory;
    private final Clock clock;

    TeamReader(
            TeamRepository teams,
            TeamMemberRepository members,
            PlacementRepository placements,
            Database database,
            Territory territory,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.placements = placements;
        this.database = database;
        this.territory = territory;
        this.clock = clock;
    }

    /** What narrows a list; null narrows nothing. */
    record Question(
            @Nullable String unit,
            @Nullable String within,
            @Nullable LocalDate day,
            @Nullable TeamKind kind,
            @Nullable Level level) {}

    @Transactional
    TeamView get(UUID id, Caller caller) {
        Team team = teams.findByIdOptional(id).orElseThrow(() -> TeamService.notFound(id));
        List<Stay> stays = placements.of(Placed.TEAM, List.of(id)).getOrDefault(id, List.of());
        List<TeamMember> all = members.of(id);
        TeamView view = TeamView.of(team, stays, all, VietnamTime.today(clock));
        return maySeePersons(caller, stays) ? view.withPersons(all) : view;
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
                after,
                limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Stay>> stays = placements.of(Placed.TEAM, ids);
        Map<UUID, List<TeamMember>> persons =
                members.of(ids).stream().collect(Collectors.groupingBy(member -> member.teamId));
        LocalDate today = VietnamTime.today(clock);
        return teams.list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(team -> ids.indexOf(team.id)))
                .map(team -> TeamView.of(
                        team, stays.getOrDefault(team.id, List.of()), persons.getOrDefault(team.id, List.of()), today))
                .toList();
    }

    private boolean maySeePersons(Caller caller, List<Stay> stays) {
        if (stays.isEmpty()) {
            return false;
        }
        Stay last = stays.getLast();
        boolean role = caller.has(Roles.STEWARD)
                || (caller.has(Roles.REPORTER) && caller.unit().equals(reporting(last.unit())));
        LocalDate end = last.to();
        return role && territory.covers(caller.unit(), last.unit(), end == null ? last.from() : end.minusDays(1));
    }

    /** The unit whose reporter speaks for a team: its own; hamlets have none and belong to their commune. */
    private static String reporting(String unit) {
        int hamlet = unit.indexOf('-');
        return hamlet < 0 ? unit : unit.substring(0, hamlet);
    }
}
