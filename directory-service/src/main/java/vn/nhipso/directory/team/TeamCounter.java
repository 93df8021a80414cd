package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.directory.unit.When;

/** Counts teams, members and covered hamlets on any day, however many units, in one statement. */
@ApplicationScoped
class TeamCounter {

    private static final String COUNT = Sql.of(TeamCounter.class, "count-teams.sql");

    private final Units units;
    private final Database database;

    TeamCounter(Units units, Database database) {
        this.units = units;
        this.database = database;
    }

    private record Row(
            TeamCounts.@Nullable Place place,
            int hamlets,
            int withTeam,
            int communes,
            int unregistered,
            TeamCounts.@Nullable OfKind teams) {}

    /** @param level of the units listed; null for those that a reader of this unit expects */
    TeamCountAnswer byUnit(String within, When when, @Nullable Level level) {
        UnitVersion unit = units.require(within, when);
        Level gathered = level == null ? usual(unit.level()) : level;
        List<TeamCounts> items = gather(unit.code(), when, gathered).stream()
                .filter(item -> item.unit() != null)
                .toList();
        return new TeamCountAnswer(when.day(), unit.code(), gathered, items, total(unit, when));
    }

    TeamCountAnswer byLevel(String within, When when) {
        UnitVersion unit = units.require(within, when);
        TeamCounts total = total(unit, when);
        List<TeamCounts> items = total.teams().stream()
                .collect(Collectors.groupingBy(TeamCounts.OfKind::level, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(level -> TeamCounts.ofLevel(level.getKey(), level.getValue()))
                .toList();
        return new TeamCountAnswer(when.day(), unit.code(), null, items, total);
    }

    private TeamCounts total(UnitVersion unit, When when) {
        return gather(unit.code(), when, unit.level()).getFirst().ofAll();
    }

    /** A country is read by provinces, everything below it by communes. */
    private static Level usual(Level level) {
        return switch (level) {
            case COUNTRY -> Level.PROVINCE;
            case HAMLET -> Level.HAMLET;
            default -> Level.COMMUNE;
        };
    }

    private List<TeamCounts> gather(String within, When when, Level level) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (Row row : database.list(COUNT, TeamCounter::read, when.day(), within, level)) {
            TeamCounts.Place place = row.place();
            rows.computeIfAbsent(place == null ? "" : place.code(), code -> new ArrayList<>())
                    .add(row);
        }
        return rows.values().stream().map(TeamCounter::counts).toList();
    }

    private static TeamCounts counts(List<Row> rows) {
        Row first = rows.getFirst();
        List<TeamCounts.OfKind> teams = new ArrayList<>();
        for (Row row : rows) {
            TeamCounts.OfKind ofKind = row.teams();
            if (ofKind != null) {
                teams.add(ofKind);
            }
        }
        return TeamCounts.of(
                first.place(), teams, first.hamlets(), first.withTeam(), first.communes(), first.unregistered());
    }

    private static Row read(ResultSet row) throws SQLException {
        String code = row.getString("code");
        String kind = row.getString("kind");
        return new Row(
                code == null
                        ? null
                        : new TeamCounts.Place(
                                code,
                                row.getString("name"),
                                row.getString("full_name"),
                                Level.valueOf(row.getString("level"))),
                row.getInt("hamlets"),
                row.getInt("with_team"),
                row.getInt("communes"),
                row.getInt("unregistered"),
                kind == null
                        ? null
                        : new TeamCounts.OfKind(
                                TeamKind.valueOf(kind),
                                Level.valueOf(row.getString("team_level")),
                                row.getInt("teams"),
                                row.getInt("members")));
    }
}
