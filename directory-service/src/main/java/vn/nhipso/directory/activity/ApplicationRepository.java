package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;

/** Which units apply an initiative, and when. */
@ApplicationScoped
class ApplicationRepository {

    private static final String ADD = "INSERT INTO activity_application (activity_id, unit_code, unit_id, valid)"
            + " SELECT ?, u, i, daterange(?::date, ?::date) FROM unnest(?::text[], ?::uuid[]) AS n(u, i)";
    private static final String OF =
            "SELECT activity_id, unit_code, lower(valid) AS first_day, upper(valid) AS end_day FROM activity_application"
                    + " WHERE activity_id = ANY (?::uuid[]) ORDER BY activity_id, unit_code, valid";
    private static final String OVERLAPPING =
            "SELECT unit_code FROM activity_application WHERE activity_id = ? AND unit_id = ? AND valid && daterange(?::date, ?::date)";
    private static final String OPEN =
            "SELECT lower(valid) AS first_day, upper(valid) AS end_day FROM activity_application"
                    + " WHERE activity_id = ? AND unit_code = ? ORDER BY valid DESC LIMIT 1";
    private static final String END = "UPDATE activity_application SET valid = daterange(lower(valid), ?::date)"
            + " WHERE activity_id = ? AND unit_code = ? AND upper_inf(valid)";

    private final Database database;

    ApplicationRepository(Database database) {
        this.database = database;
    }

    /** A unit by code and identity. */
    record Applier(String code, UUID unit) {}

    private record Owned(UUID activity, Application application) {}

    void add(UUID activity, List<Applier> units, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (!units.isEmpty()) {
            database.update(ADD, activity, from, to, column(units, Applier::code), column(units, Applier::unit));
        }
    }

    boolean overlaps(UUID activity, UUID unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        return !database.list(OVERLAPPING, row -> row.getString("unit_code"), activity, unit, from, to)
                .isEmpty();
    }

    /** The last application of a unit, by the code it was entered with. */
    List<Application> last(UUID activity, String unit) {
        return database.list(
                OPEN,
                row -> new Application(
                        unit, row.getObject("first_day", LocalDate.class), row.getObject("end_day", LocalDate.class)),
                activity,
                unit);
    }

    void end(UUID activity, String unit, LocalDate on) {
        database.update(END, on, activity, unit);
    }

    Map<UUID, List<Application>> of(Collection<UUID> activities) {
        return database
                .list(
                        OF,
                        row -> new Owned(
                                row.getObject("activity_id", UUID.class),
                                new Application(
                                        row.getString("unit_code"),
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("end_day", LocalDate.class))),
                        List.copyOf(activities))
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::activity, Collectors.mapping(Owned::application, Collectors.toList())));
    }

    private static Collection<Object> column(List<Applier> rows, Function<Applier, Object> value) {
        List<Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
