package vn.nhipso.indicator.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Finds out what a caller sees of what is not published. */
@ApplicationScoped
public class Insights {

    /** Where something waits for publication, or a finding speaks of what does; an empty list of units or periods asks for all. */
    private static final String WAITING = """
            SELECT unit, period FROM measurement
            WHERE (NOT published OR draft IS NOT NULL) AND unit = ANY (?)
              AND (cardinality(?) = 0 OR unit = ANY (?)) AND (cardinality(?) = 0 OR period = ANY (?))
            UNION
            SELECT unit, period FROM finding
            WHERE NOT of_published AND unit = ANY (?)
              AND (cardinality(?) = 0 OR unit = ANY (?)) AND (cardinality(?) = 0 OR period = ANY (?))
            """;

    private final DataSource dataSource;
    private final Units units;

    Insights(DataSource dataSource, Units units) {
        this.dataSource = dataSource;
        this.units = units;
    }

    /** A unit and a period. */
    public record Place(String unit, String period) {

        /** On the closing day of either calendar: whoever is an insider on one of them only is none. */
        private Stream<Units.Place> days() {
            Period read = Period.parse(period);
            return Stream.of(ReportingCalendar.values())
                    .map(calendar -> new Units.Place(unit, calendar.closingDay(read)));
        }
    }

    /** What the caller sees of the units and periods that are asked for; an empty list asks for all. */
    public Insight of(Caller caller, Collection<String> askedUnits, Collection<String> askedPeriods) {
        if (!isInsider(caller)) {
            return Insight.NONE;
        }
        if (caller.coversWholeTree()) {
            return Insight.ALL;
        }
        List<Place> seen = below(caller.unit(), waiting(units.everBelow(caller.unit()), askedUnits, askedPeriods));
        return new Insight(
                false,
                seen.stream().map(Place::unit).toList(),
                seen.stream().map(Place::period).toList());
    }

    /** Whether the caller sees everything of one unit and period. */
    public boolean covers(Caller caller, String unit, String period) {
        return isInsider(caller)
                && (caller.coversWholeTree()
                        || !below(caller.unit(), List.of(new Place(unit, period)))
                                .isEmpty());
    }

    /** Of which units and periods the caller sees everything. */
    public Set<Place> covered(Caller caller, Collection<Place> places) {
        if (!isInsider(caller) || places.isEmpty()) {
            return Set.of();
        }
        return caller.coversWholeTree() ? Set.copyOf(places) : Set.copyOf(below(caller.unit(), places));
    }

    private static boolean isInsider(Caller caller) {
        return caller.has(Roles.REPORTER) || caller.has(Roles.APPROVER) || caller.has(Roles.STEWARD);
    }

    /** Which of the places lie in the subtree of a unit, on the closing day of either calendar: the one rule for who sees and who acts. */
    public List<Place> below(String root, Collection<Place> places) {
        Set<Units.Place> asked = new HashSet<>();
        places.forEach(place -> place.days().forEach(asked::add));
        Set<Units.Place> within = asked.isEmpty() ? Set.of() : units.below(root, asked);
        return places.stream()
                .filter(place -> place.days().allMatch(within::contains))
                .toList();
    }

    private List<Place> waiting(Set<String> codes, Collection<String> askedUnits, Collection<String> askedPeriods) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITING)) {
            List<Collection<String>> half = List.of(codes, askedUnits, askedUnits, askedPeriods, askedPeriods);
            int next = 1;
            for (Collection<String> values :
                    Stream.concat(half.stream(), half.stream()).toList()) {
                select.setArray(next++, connection.createArrayOf("text", values.toArray()));
            }
            List<Place> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(new Place(row.getString(1), row.getString(2)));
                }
            }
            return places;
        } catch (SQLException failed) {
            throw new IllegalStateException("what waits not read", failed);
        }
    }
}
