package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Level;

/** Reads what a file of teams is compared with and writes what is new: one statement a table, however many rows. */
@ApplicationScoped
class TeamImportStore {

    private static final String LOCK = "SELECT id FROM team WHERE id IN"
            + " (SELECT team_id FROM team_placement WHERE unit_code = ANY (?::text[])) ORDER BY id FOR UPDATE";
    private static final String IDS = "SELECT uuidv7() AS id FROM generate_series(1, ?)";
    private static final String KNOWN_TEAMS = sql("known-teams.sql");
    private static final String KNOWN_MEMBERS = sql("known-members.sql");
    private static final String ADD_TEAMS = sql("add-teams.sql");
    private static final String ADD_MEMBERS = sql("add-members.sql");
    private static final String ALTER_TEAMS = sql("alter-teams.sql");
    private static final String END_STAYS = sql("end-stays.sql");
    private static final String ALTER_MEMBERS = sql("alter-members.sql");

    private final Database database;

    TeamImportStore(Database database) {
        this.database = database;
    }

    List<UUID> ids(int count) {
        return database.list(IDS, row -> row.getObject("id", UUID.class), count);
    }

    /** Every team that ever was at one of the codes; nobody else edits them until the transaction ends. */
    List<KnownTeam> known(Collection<String> codes) {
        List<UUID> locked = database.list(LOCK, row -> row.getObject("id", UUID.class), List.copyOf(codes));
        Map<UUID, KnownTeam> teams = new LinkedHashMap<>(locked.size() * 2);
        database.list(KNOWN_TEAMS, TeamImportStore::team, List.copyOf(codes)).forEach(found -> teams.computeIfAbsent(
                        found.team().id, id -> new KnownTeam(found.team(), found.unit(), new ArrayList<>()))
                .stays()
                .addAll(found.stays()));
        return List.copyOf(teams.values());
    }

    /** The members of teams, in the order of entry. */
    Map<UUID, List<TeamMember>> members(Collection<UUID> teams) {
        return database.list(KNOWN_MEMBERS, TeamImportStore::member, List.copyOf(teams)).stream()
                .collect(Collectors.groupingBy(member -> member.teamId));
    }

    void addTeams(List<SheetTeam> sheets, Instant moment, String by) {
        List<Team> teams = sheets.stream().map(sheet -> sheet.team).toList();
        database.update(
                ADD_TEAMS,
                moment,
                by,
                column(teams, team -> team.id),
                column(teams, team -> team.unitCode),
                column(teams, team -> team.unitId),
                column(teams, team -> team.kind),
                column(teams, team -> team.level),
                column(teams, team -> team.name),
                column(teams, team -> team.decisionNumber),
                column(teams, team -> team.decisionIssuer),
                column(teams, team -> team.decisionIssuedOn),
                column(teams, team -> team.validFrom),
                column(teams, team -> team.validTo));
    }

    void addMembers(List<TeamMember> members, Instant moment, String by) {
        database.update(
                ADD_MEMBERS,
                moment,
                by,
                column(members, member -> member.id),
                column(members, member -> member.teamId),
                column(members, member -> member.name),
                column(members, member -> member.role),
                column(members, member -> member.body),
                column(members, member -> member.phone),
                column(members, member -> member.from),
                column(members, member -> member.to));
    }

    void alterTeams(List<Team> teams, Instant moment, String by) {
        database.update(
                ALTER_TEAMS,
                moment,
                by,
                column(teams, team -> team.id),
                column(teams, team -> team.level),
                column(teams, team -> team.decisionNumber),
                column(teams, team -> team.decisionIssuer),
                column(teams, team -> team.decisionIssuedOn),
                column(teams, team -> team.validTo));
    }

    void endStays(List<Team> teams) {
        database.update(END_STAYS, column(teams, team -> team.id), column(teams, team -> team.validTo));
    }

    void alterMembers(List<TeamMember> members, Instant moment, String by) {
        database.update(
                ALTER_MEMBERS,
                moment,
                by,
                column(members, member -> member.id),
                column(members, member -> member.role),
                column(members, member -> member.body),
                column(members, member -> member.phone),
                column(members, member -> member.to));
    }

    private static KnownTeam team(ResultSet row) throws SQLException {
        Team team = new Team();
        team.id = row.getObject("id", UUID.class);
        team.unitCode = row.getString("unit_code");
        team.kind = TeamKind.valueOf(row.getString("kind"));
        team.level = Level.valueOf(row.getString("level"));
        team.name = row.getString("name");
        team.decisionNumber = row.getString("decision_number");
        team.decisionIssuer = row.getString("decision_issuer");
        team.decisionIssuedOn = row.getObject("decision_issued_on", LocalDate.class);
        team.validFrom = row.getObject("valid_from", LocalDate.class);
        team.validTo = row.getObject("valid_to", LocalDate.class);
        Stay stay = new Stay(
                row.getString("stays_at"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class));
        return new KnownTeam(team, row.getObject("unit_id", UUID.class), List.of(stay));
    }

    private static TeamMember member(ResultSet row) throws SQLException {
        TeamMember member = new TeamMember();
        member.id = row.getObject("id", UUID.class);
        member.teamId = row.getObject("team_id", UUID.class);
        member.name = row.getString("name");
        member.role = MemberRole.valueOf(row.getString("role"));
        member.body = row.getString("body");
        member.phone = row.getString("phone");
        member.from = row.getObject("member_from", LocalDate.class);
        member.to = row.getObject("member_to", LocalDate.class);
        member.erasedAt = row.getBoolean("erased") ? Instant.EPOCH : null;
        return member;
    }

    private static <T> Collection<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private static String sql(String name) {
        return Sql.of(TeamImportStore.class, name);
    }
}
