package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.restatement.Placement.How;
import vn.nhipso.reporting.restatement.Reach.Node;
import vn.nhipso.reporting.sql.SqlText;

/** Finds where the units of closing days are on another day (docs/adr/0003). */
public final class Placements {

    static final String COUNTRY = "VN";

    private static final String CHANGES =
            SqlText.of(Placements.class, "days-of-change.sql").text();

    private final Connection connection;

    public Placements(Connection connection) {
        this.connection = connection;
    }

    /**
     * The placements of all units of the provinces of which anything may lie at or below the codes, on the day asked for: enough to say of each of the
     * codes all that lies at or below it. Of the country nothing is to be found out: it contains everything on any day.
     *
     * @param day the day asked for, on which the codes are borne
     * @param closings the days whose units are placed; the day asked for itself is left out
     */
    public List<Placement> of(Collection<String> codes, LocalDate day, Collection<LocalDate> closings)
            throws SQLException {
        Map<LocalDate, List<LocalDate>> alike =
                alike(closings.stream().filter(closing -> !closing.equals(day)).toList());
        List<LocalDate> before =
                alike.keySet().stream().filter(closing -> closing.isBefore(day)).toList();
        List<LocalDate> after =
                alike.keySet().stream().filter(closing -> closing.isAfter(day)).toList();
        List<Placement> placements = new ArrayList<>(place(Direction.FORWARD, codes, day, before));
        placements.addAll(place(Direction.BACKWARD, codes, day, after));
        return placements.stream()
                .flatMap(placement -> Objects.requireNonNull(alike.get(placement.closes())).stream()
                        .map(placement::closing))
                .toList();
    }

    /** Days between which no unit changed, by the first of them: what lies on the one lies on the others. */
    private Map<LocalDate, List<LocalDate>> alike(Collection<LocalDate> closings) throws SQLException {
        List<LocalDate> sorted = closings.stream().distinct().sorted().toList();
        TreeSet<LocalDate> changes = sorted.size() > 1 ? changes() : new TreeSet<>();
        Map<LocalDate, List<LocalDate>> alike = new LinkedHashMap<>();
        LocalDate first = null;
        for (LocalDate closing : sorted) {
            if (first == null || !changes.subSet(first, false, closing, true).isEmpty()) {
                first = closing;
            }
            alike.computeIfAbsent(first, key -> new ArrayList<>()).add(closing);
        }
        return alike;
    }

    private TreeSet<LocalDate> changes() throws SQLException {
        TreeSet<LocalDate> changes = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(CHANGES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                changes.add(row.getObject(1, LocalDate.class));
            }
        }
        return changes;
    }

    /** Where a part of a unit's people comes to be; a rest is followed no further than to its node. */
    private record End(
            BigDecimal factor,
            boolean rest,
            Node node,
            @Nullable List<String> placeWay,
            int placeLevel) {}

    private record Source(LocalDate closes, List<String> way, int level) {}

    private List<Placement> place(
            Direction direction, Collection<String> codes, LocalDate day, List<LocalDate> closings)
            throws SQLException {
        if (codes.isEmpty() || closings.isEmpty()) {
            return List.of();
        }
        Map<Source, List<End>> carried = carried(direction, codes, day, closings);
        Reach reach = Reach.of(connection, direction, day, nodes(carried));
        List<Placement> placements = new ArrayList<>();
        carried.forEach((source, ends) -> placements.addAll(placements(source, ends, reach)));
        return placements;
    }

    private Map<Source, List<End>> carried(
            Direction direction, Collection<String> codes, LocalDate day, List<LocalDate> closings)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(direction.carried())) {
            select.setObject(1, day);
            select.setArray(2, connection.createArrayOf("date", closings.toArray()));
            select.setArray(3, connection.createArrayOf("text", codes.toArray()));
            Map<Source, List<End>> carried = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Source source = new Source(
                            row.getObject("closes", LocalDate.class), codes(row.getArray("way")), row.getInt("level"));
                    carried.computeIfAbsent(source, key -> new ArrayList<>()).add(end(row));
                }
            }
            return carried;
        }
    }

    private static End end(ResultSet row) throws SQLException {
        Array placeWay = row.getArray("place_way");
        return new End(
                row.getBigDecimal("factor"),
                row.getBoolean("rest"),
                new Node(row.getString("code"), row.getObject("day", LocalDate.class)),
                placeWay == null ? null : codes(placeWay),
                row.getInt("place_level"));
    }

    static List<String> codes(Array codes) throws SQLException {
        return List.of((String[]) codes.getArray());
    }

    /** What nobody knows the whereabouts of, and what lay above it. */
    private static Set<Node> nodes(Map<Source, List<End>> carried) {
        Set<Node> nodes = new LinkedHashSet<>();
        carried.forEach((source, ends) -> {
            for (End end : ends) {
                if (end.rest()) {
                    nodes.add(end.node());
                    above(source).forEach(nodes::add);
                }
            }
        });
        return nodes;
    }

    private static List<Node> above(Source source) {
        return source.way().stream()
                .skip(1)
                .filter(code -> !code.equals(COUNTRY))
                .map(code -> new Node(code, source.closes()))
                .toList();
    }

    private static List<Placement> placements(Source source, List<End> ends, Reach reach) {
        record Place(List<String> way, int level, How how) {}
        Map<Place, BigDecimal> shares = new LinkedHashMap<>();
        for (End end : ends) {
            List<String> known = end.placeWay();
            Place place;
            if (known == null) {
                List<String> way =
                        reach.rest(new Node(source.way().getFirst(), source.closes()), end.node(), above(source));
                place = new Place(way, -1, How.UNALLOCATED);
            } else {
                boolean whole = end.factor().compareTo(BigDecimal.ONE) == 0;
                place = new Place(known, end.placeLevel(), whole ? How.WHOLE : How.SHARE);
            }
            shares.merge(place, end.factor(), BigDecimal::add);
        }
        List<String> together =
                shares.keySet().stream().map(Place::way).reduce(Reach::common).orElseThrow();
        return shares.entrySet().stream()
                .map(share -> new Placement(
                        source.closes(),
                        source.way().getFirst(),
                        source.level(),
                        source.way(),
                        share.getKey().way().getFirst(),
                        share.getKey().level(),
                        share.getKey().way(),
                        how(share.getKey().how(), share.getValue()),
                        share.getValue(),
                        together))
                .toList();
    }

    /** Shares that come together again are a whole. */
    private static How how(How how, BigDecimal share) {
        return how == How.SHARE && share.compareTo(BigDecimal.ONE) == 0 ? How.WHOLE : how;
    }
}
