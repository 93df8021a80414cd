package vn.nhipso.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.time.VietnamTime;

/** Answers what the copy knows about units. */
@ApplicationScoped
public class Units {

    private static final String FIND = """
            SELECT code, name, level, parent_code, valid_from, valid_to FROM unit_version
            WHERE code = ANY (?) ORDER BY code, valid_from
            """;

    private static final String BELOW = SqlResource.load(Units.class, "below.sql");

    private static final String EVER_ABOVE = """
            WITH RECURSIVE climb (code) AS (
              SELECT ?::text COLLATE "C"
              UNION
              SELECT v.parent_code FROM climb JOIN unit_version v ON v.code = climb.code WHERE v.parent_code IS NOT NULL)
            SELECT code FROM climb
            """;

    private static final String EVER_BELOW = """
            WITH RECURSIVE fall (code) AS (
              SELECT ?::text COLLATE "C"
              UNION
              SELECT next.code
              FROM fall CROSS JOIN LATERAL (
                SELECT v.code FROM unit_version v WHERE v.parent_code = fall.code
                UNION ALL
                SELECT l.from_code FROM lineage l WHERE l.heirs @> ARRAY[fall.code]) AS next)
            SELECT code FROM fall
            """;

    private static final String LINES = SqlResource.load(Units.class, "lines.sql");

    private static final String CHILDREN = """
            SELECT code, name, level, parent_code, valid_from, valid_to FROM unit_version
            WHERE parent_code = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?) ORDER BY code
            """;

    private static final long PAUSE_MILLIS = 40;

    private final DataSource dataSource;
    private final UnitConfig config;
    private final Clock clock;

    Units(DataSource dataSource, UnitConfig config, Clock clock) {
        this.config = config;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A code and the day on which it is read. */
    public record Place(String code, LocalDate day) {}

    /** All versions of the codes. */
    public UnitHistories find(Collection<String> codes) {
        Map<String, List<UnitVersion>> versions = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    UnitVersion version = version(found);
                    versions.computeIfAbsent(version.code(), code -> new ArrayList<>())
                            .add(version);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("units not read", failed);
        }
        Map<String, UnitHistory> histories = new HashMap<>();
        versions.forEach((code, all) -> histories.put(code, new UnitHistory(code, List.copyOf(all))));
        return new UnitHistories(histories);
    }

    /**
     * As {@link #find}, but where somebody misses a unit it is looked for again for a while: the directory may just have answered 201, with
     * the event still on its way.
     */
    public UnitHistories findSoon(Collection<String> codes, Predicate<UnitHistories> complete) {
        long until = System.nanoTime() + config.patience().toNanos();
        UnitHistories found = find(codes);
        while (!complete.test(found) && System.nanoTime() < until) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = find(codes);
        }
        return found;
    }

    /**
     * Which of the places lie in the subtree of a unit, which is the one that bears the code today: on the day itself or today, those that it has
     * taken over wholly included.
     */
    public Set<Place> below(String root, Set<Place> places) {
        List<Place> asked = List.copyOf(places);
        Set<Place> within = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement below = connection.prepareStatement(BELOW)) {
            Array codes = connection.createArrayOf(
                    "text", asked.stream().map(Place::code).toArray());
            Array days = connection.createArrayOf(
                    "date", asked.stream().map(Place::day).toArray());
            below.setObject(1, VietnamTime.today(clock));
            below.setString(2, root);
            below.setArray(3, codes);
            below.setArray(4, days);
            try (ResultSet found = below.executeQuery()) {
                while (found.next()) {
                    within.add(new Place(found.getString(1), found.getObject(2, LocalDate.class)));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("units not read", failed);
        }
        return within;
    }

    /** The code itself and every code that was ever above it, on whatever day. */
    public Set<String> everAbove(String code) {
        return codes(EVER_ABOVE, code);
    }

    /** The code itself and every code that was ever below it or went into it, on whatever day: no fewer than what {@link #below} can find. */
    public Set<String> everBelow(String code) {
        return codes(EVER_BELOW, code);
    }

    private Set<String> codes(String statement, String code) {
        Set<String> codes = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement walk = connection.prepareStatement(statement)) {
            walk.setString(1, code);
            try (ResultSet found = walk.executeQuery()) {
                while (found.next()) {
                    codes.add(found.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("units not read", failed);
        }
        return codes;
    }

    /** The units above a code on a day, nearest first; the root is the last. */
    public List<String> ancestors(String code, LocalDate day) {
        Place place = new Place(code, day);
        List<String> line = lines(Set.of(place)).getOrDefault(place, List.of(code));
        return line.subList(1, line.size());
    }

    /** Of each place the unit itself and those above it on its day, nearest first; the root is the last. */
    public Map<Place, List<String>> lines(Set<Place> places) {
        List<Place> asked = List.copyOf(places);
        Map<Place, List<String>> lines = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement climb = connection.prepareStatement(LINES)) {
            climb.setArray(
                    1,
                    connection.createArrayOf(
                            "text", asked.stream().map(Place::code).toArray()));
            climb.setArray(
                    2,
                    connection.createArrayOf(
                            "date", asked.stream().map(Place::day).toArray()));
            try (ResultSet found = climb.executeQuery()) {
                while (found.next()) {
                    lines.computeIfAbsent(
                                    new Place(found.getString(1), found.getObject(2, LocalDate.class)),
                                    place -> new ArrayList<>())
                            .add(found.getString(3));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("units not read", failed);
        }
        return lines;
    }

    /** The units directly below a code on a day, in the order of their codes. */
    public List<UnitVersion> children(String code, LocalDate day) {
        List<UnitVersion> children = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(CHILDREN)) {
            find.setString(1, code);
            find.setObject(2, day);
            find.setObject(3, day);
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    children.add(version(found));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("units not read", failed);
        }
        return children;
    }

    private static UnitVersion version(ResultSet row) throws SQLException {
        return new UnitVersion(
                row.getString(1),
                row.getString(2),
                Level.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }
}
