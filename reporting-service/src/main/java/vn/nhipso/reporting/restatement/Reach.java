package vn.nhipso.reporting.restatement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.sql.Rows;

/** Of units whose people nobody can follow: the lowest unit that contains all places where any of them may be. */
final class Reach {

    /** The unit that bears a code on a day. */
    record Node(String code, LocalDate day) {}

    private static final List<String> COUNTRY = List.of(Placements.COUNTRY);

    /** What is found out about a unit. */
    private static final class Found {
        /** The lowest unit that contains all places, and all above it. */
        private @Nullable List<String> cover;

        private boolean adrift;
        private int known;

        private void add(ResultSet row) throws SQLException {
            String code = row.getString("code");
            adrift |= code == null;
            known += code == null || row.getBoolean("below") ? 0 : 1;
            if (row.getBoolean("there")) {
                List<String> way = Placements.codes(row.getArray("way"));
                cover = cover == null ? way : common(cover, way);
            }
        }

        /** Nothing is known but of the units below it. */
        private boolean alone() {
            return known == 1;
        }
    }

    private final Map<Node, Found> found = new HashMap<>();

    static Reach of(Connection connection, Direction direction, LocalDate day, Collection<Node> nodes)
            throws SQLException {
        Reach reach = new Reach();
        if (nodes.isEmpty()) {
            return reach;
        }
        try (PreparedStatement select = connection.prepareStatement(direction.reach())) {
            Rows<Node> rows = new Rows<>(connection, List.copyOf(nodes));
            select.setObject(1, day);
            select.setArray(2, rows.column("text", Node::code));
            select.setArray(3, rows.column("date", Node::day));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Node root = new Node(row.getString("root"), row.getObject("root_day", LocalDate.class));
                    reach.found.computeIfAbsent(root, key -> new Found()).add(row);
                }
            }
        }
        return reach;
    }

    /**
     * Where a rest stands. What is adrift is neither below where its own people may be nor below where the unit is that it lay in; only a unit that
     * is lost from its closing day on is where those below it are.
     *
     * @param node the unit and day from which on nobody knows
     * @param above the units above the source on its closing day, the nearest first
     * @return the place and all above it
     */
    List<String> rest(Node source, Node node, List<Node> above) {
        Found own = Objects.requireNonNull(found.get(node));
        if (own.cover != null && (!own.adrift || (own.alone() && node.equals(source)))) {
            return own.cover;
        }
        List<String> higher = above.stream()
                .map(unit -> Objects.requireNonNull(found.get(unit)).cover)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(COUNTRY);
        return own.cover == null ? higher : common(own.cover, higher);
    }

    /** The lowest unit that contains both, and all above it. */
    static List<String> common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size())
                && one.get(one.size() - 1 - same).equals(other.get(other.size() - 1 - same))) {
            same++;
        }
        return same == 0 ? COUNTRY : one.subList(one.size() - same, one.size());
    }
}
