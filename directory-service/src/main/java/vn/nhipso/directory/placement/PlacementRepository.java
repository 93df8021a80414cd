package vn.nhipso.directory.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;

/** The stays of teams and committees; a reorganisation moves all of them in a handful of statements. */
@ApplicationScoped
public class PlacementRepository {

    private static final String ADD =
            "INSERT INTO {table}_placement ({table}_id, unit_code, valid) SELECT i, u, daterange(f, t)"
                    + " FROM unnest(?::uuid[], ?::text[], ?::date[], ?::date[]) AS n(i, u, f, t)";
    private static final String OF =
            "SELECT {table}_id AS id, unit_code, lower(valid) AS first_day, upper(valid) AS end_day FROM {table}_placement"
                    + " WHERE {table}_id = ANY (?::uuid[]) ORDER BY {table}_id, valid";
    private static final String RESETTLE_ACTIVITIES = Sql.of(PlacementRepository.class, "resettle-activities.sql");
    private static final String STRANDED = Sql.of(PlacementRepository.class, "stranded.sql");
    private static final String AT = Sql.of(PlacementRepository.class, "placed-at.sql");
    private static final String FORGET = Sql.of(PlacementRepository.class, "forget-stays.sql");
    private static final String LATER_MOVES = Sql.of(PlacementRepository.class, "later-moves.sql");
    private static final String SET_ENDS = Sql.of(PlacementRepository.class, "set-ends.sql");
    private static final String SET_OWNERS = Sql.of(PlacementRepository.class, "set-owners.sql");
    private static final String END = Sql.of(PlacementRepository.class, "end-placements.sql");

    private static final String COUNT_REVISION =
            "UPDATE {table} SET revision = revision + 1 WHERE id = ANY (?::uuid[])";

    private static final String MARK_ASSIGNED =
            "UPDATE {table}_placement SET assigned = true WHERE {table}_id = ANY (?::uuid[]) AND lower(valid) = ?";

    private final Database database;

    PlacementRepository(Database database) {
        this.database = database;
    }

    private record Owned(UUID owner, Stay stay) {}

    public void add(Placed what, UUID owner, List<Stay> stays) {
        add(what, stays.stream().map(stay -> new Owned(owner, stay)).toList());
    }

    /**
     * Places something new.
     *
     * @param statedEnd the end that somebody stated; where it ends otherwise it ends with its unit
     */
    public void place(Placed what, UUID owner, Itinerary itinerary, @Nullable LocalDate statedEnd) {
        place(what, List.of(new Course(owner, itinerary, statedEnd)));
    }

    /** Stays of each owner, oldest first. */
    public Map<UUID, List<Stay>> of(Placed what, Collection<UUID> owners) {
        return database
                .list(
                        what.in(OF),
                        row -> new Owned(
                                row.getObject("id", UUID.class),
                                new Stay(
                                        row.getString("unit_code"),
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("end_day", LocalDate.class))),
                        List.copyOf(owners))
                .stream()
                .collect(Collectors.groupingBy(Owned::owner, Collectors.mapping(Owned::stay, Collectors.toList())));
    }

    /** Cuts everything off from a day on. */
    public void end(Placed what, UUID owner, LocalDate on) {
        database.update(what.in("DELETE FROM {table}_placement WHERE {table}_id = ? AND lower(valid) >= ?"), owner, on);
        database.update(what.in(END), on, owner, on);
    }

    /**
     * Something at a unit on the day before a change.
     *
     * @param statedEnd the end that somebody stated; null for none
     * @param unitNow where it is on the day as recorded so far; null where it has ended
     * @param assigned it came there on somebody's word
     */
    record AtUnit(
            UUID owner,
            String unit,
            @Nullable LocalDate statedEnd,
            @Nullable String unitNow,
            boolean assigned) {}

    /** Places many new things of one kind. */
    public void place(Placed what, List<Course> courses) {
        List<Owned> stays = new ArrayList<>();
        courses.forEach(course -> course.onward().stays().forEach(stay -> stays.add(new Owned(course.owner(), stay))));
        add(what, stays);
        List<Course> cutShort = courses.stream()
                .filter(course -> !Objects.equals(course.onward().endsOn(), course.statedEnd()))
                .toList();
        if (!cutShort.isEmpty()) {
            setOwners(what, 0, cutShort);
        }
    }

    /** Remembers that those who came on a day came because somebody said so. */
    void markAssigned(Placed what, Collection<UUID> owners, LocalDate day) {
        database.update(what.in(MARK_ASSIGNED), List.copyOf(owners), day);
    }

    /**
     * Where something is from its first day, or from the day before a change on.
     *
     * @param statedEnd the end that somebody stated; where it ends otherwise it ends with its unit
     * @param until the day of the next move by hand, from which on it stays where it is; null for none
     */
    public record Course(
            UUID owner,
            Itinerary onward,
            @Nullable LocalDate statedEnd,
            @Nullable LocalDate until) {

        public Course(UUID owner, Itinerary onward, @Nullable LocalDate statedEnd) {
            this(owner, onward, statedEnd, null);
        }

        Stay first() {
            return onward.stays().getFirst();
        }
    }

    List<AtUnit> at(Placed what, Collection<String> codes, LocalDate day) {
        return database.list(
                what.in(AT),
                row -> new AtUnit(
                        row.getObject("id", UUID.class),
                        row.getString("unit_code"),
                        row.getObject("stated_end", LocalDate.class),
                        row.getString("unit_now"),
                        row.getBoolean("assigned")),
                List.copyOf(codes),
                day);
    }

    /** The next move by hand after a day, of those that have one. */
    Map<UUID, LocalDate> laterMoves(Placed what, Collection<UUID> owners, LocalDate day) {
        Map<UUID, LocalDate> moves = new HashMap<>();
        database.list(
                        what.in(LATER_MOVES),
                        row -> Map.entry(row.getObject("id", UUID.class), row.getObject("first_day", LocalDate.class)),
                        List.copyOf(owners),
                        day)
                .forEach(move -> moves.put(move.getKey(), move.getValue()));
        return moves;
    }

    List<UUID> resettleActivities(Collection<String> codes) {
        return database.list(RESETTLE_ACTIVITIES, row -> row.getObject("id", UUID.class), List.copyOf(codes));
    }

    /** Codes at which something is on days on which nobody bears them, with how many: the first twenty. */
    public Map<String, Integer> stranded(Placed what, Collection<String> codes) {
        Map<String, Integer> stranded = new TreeMap<>();
        database.list(
                        what.in(STRANDED),
                        row -> Map.entry(row.getString("unit_code"), row.getInt("number")),
                        List.copyOf(codes))
                .forEach(entry -> stranded.put(entry.getKey(), entry.getValue()));
        return stranded;
    }

    void redirect(Placed what, List<Course> courses, LocalDate day) {
        if (courses.isEmpty()) {
            return;
        }
        List<UUID> owners = courses.stream().map(Course::owner).toList();
        database.update(what.in(FORGET), day, owners, column(courses, Course::until));
        database.update(what.in(SET_ENDS), day, owners, column(courses, course -> course.first()
                .to()));
        List<Owned> onward = new ArrayList<>();
        courses.forEach(course ->
                course.onward().stays().stream().skip(1).forEach(stay -> onward.add(new Owned(course.owner(), stay))));
        add(what, onward);
        setOwners(
                what,
                1,
                courses.stream().filter(course -> course.until() == null).toList());
        database.update(
                what.in(COUNT_REVISION),
                courses.stream()
                        .filter(course -> course.until() != null)
                        .map(Course::owner)
                        .toList());
    }

    private void setOwners(Placed what, int revisions, List<Course> courses) {
        database.update(
                what.in(SET_OWNERS),
                revisions,
                column(courses, Course::owner),
                column(courses, course -> course.onward().endsOn()),
                column(courses, Course::statedEnd));
    }

    private void add(Placed what, List<Owned> stays) {
        if (stays.isEmpty()) {
            return;
        }
        database.update(
                what.in(ADD),
                column(stays, Owned::owner),
                column(stays, owned -> owned.stay().unit()),
                column(stays, owned -> owned.stay().from()),
                column(stays, owned -> owned.stay().to()));
    }

    private static <T> Collection<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
