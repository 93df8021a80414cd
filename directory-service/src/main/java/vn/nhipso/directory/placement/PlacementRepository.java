package vn.nhipso.directory.placement;

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
import vn.nhipso.directory.storage.Sql;

/** The stays of teams and committees; a reorganisation moves all of them in two statements. */
@ApplicationScoped
public class PlacementRepository {

    private static final String ADD =
            "INSERT INTO {table}_placement ({table}_id, unit_code, valid) SELECT i, u, daterange(f, t)"
                    + " FROM unnest(?::uuid[], ?::text[], ?::date[], ?::date[]) AS n(i, u, f, t)";
    private static final String OF =
            "SELECT {table}_id AS id, unit_code, lower(valid) AS first_day, upper(valid) AS end_day FROM {table}_placement"
                    + " WHERE {table}_id = ANY (?::uuid[]) ORDER BY {table}_id, valid";
    private static final String CUT = Sql.of(PlacementRepository.class, "cut-placements.sql");
    private static final String MOVED = Sql.of(PlacementRepository.class, "owners-moved.sql");
    private static final String END = Sql.of(PlacementRepository.class, "end-placements.sql");

    private final Database database;

    PlacementRepository(Database database) {
        this.database = database;
    }

    private record Owned(UUID owner, Stay stay) {}

    public void add(Placed what, UUID owner, List<Stay> stays) {
        add(what, stays.stream().map(stay -> new Owned(owner, stay)).toList());
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
     * Moves what is at units that end.
     *
     * @param moves from code to code; null: it ends with its unit
     * @return who was touched
     */
    public List<UUID> move(Placed what, Map<String, @Nullable String> moves, LocalDate day) {
        List<String> codes = List.copyOf(moves.keySet());
        List<@Nullable Object> targets = new ArrayList<>();
        codes.forEach(code -> targets.add(moves.get(code)));
        List<Move> cut = database.list(
                what.in(CUT),
                row -> new Move(
                        row.getObject("id", UUID.class),
                        row.getString("target"),
                        row.getObject("end_day", LocalDate.class)),
                codes,
                targets,
                day);
        if (cut.isEmpty()) {
            return List.of();
        }
        List<Owned> onward = new ArrayList<>();
        for (Move move : cut) {
            if (move.target() != null) {
                onward.add(new Owned(move.owner(), new Stay(move.target(), day, move.end())));
            }
        }
        add(what, onward);
        List<UUID> ended = cut.stream()
                .filter(move -> move.target() == null)
                .map(Move::owner)
                .toList();
        List<UUID> touched = cut.stream().map(Move::owner).distinct().toList();
        database.update(what.in(MOVED), ended, day, day, day, touched);
        return touched;
    }

    private record Move(
            UUID owner, @Nullable String target, @Nullable LocalDate end) {}

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

    private static Collection<@Nullable Object> column(List<Owned> rows, Function<Owned, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
