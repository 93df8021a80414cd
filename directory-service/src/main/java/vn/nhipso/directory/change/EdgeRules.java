package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.kit.problem.Text;

/** Lineage against the record: an edge leaves a unit that ends or alters that day and arrives at one that lives. */
final class EdgeRules {

    private final List<Change.Edge> given;
    private final LocalDate day;
    private final Hierarchy after;
    private final Map<String, List<LineageEdge>> edges;
    private final Collection<LineageEdge> knownEdges;
    private final Places places;

    EdgeRules(
            LocalDate day,
            List<Change.Edge> given,
            Hierarchy after,
            Map<String, List<LineageEdge>> edges,
            Collection<LineageEdge> knownEdges,
            Places places) {
        this.day = day;
        this.given = given;
        this.after = after;
        this.edges = edges;
        this.knownEdges = knownEdges;
        this.places = places;
    }

    void check() {
        given.forEach(this::checkGiven);
        knownEdges.stream()
                .filter(edge -> !edge.effectiveOn().equals(day) || !edges.containsKey(edge.from()))
                .forEach(this::checkKnown);
    }

    private void checkGiven(Change.Edge sent) {
        LineageEdge edge = sent.edge();
        if (!after.endsOn(edge.from(), day)) {
            boolean unknown = after.versions(edge.from()).isEmpty();
            places.edge(
                    sent.row(),
                    "from",
                    unknown ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.LINEAGE_FROM_NOT_ENDED,
                    Lives.of(edge.from(), day, after));
        }
        String to = edge.to();
        if (to != null && after.at(to, day).isEmpty()) {
            boolean unknown = after.versions(to).isEmpty();
            places.edge(
                    sent.row(),
                    "to",
                    unknown ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.LINEAGE_TO_NOT_LIVING,
                    Lives.of(to, day, after));
        }
    }

    private void checkKnown(LineageEdge edge) {
        boolean leaves = after.versions(edge.from()).isEmpty() || after.endsOn(edge.from(), edge.effectiveOn());
        String to = edge.to();
        boolean arrives = to == null
                || after.versions(to).isEmpty()
                || after.at(to, edge.effectiveOn()).isPresent();
        if (leaves && arrives) {
            return;
        }
        places.end(
                leaves && to != null ? to : edge.from(),
                DirectoryProblem.LINEAGE_BROKEN,
                Text.of(
                        "Quan hệ đã ghi %s → %s ngày %s sẽ mất đơn vị của nó.",
                        "The recorded edge %s → %s of %s would lose its unit.",
                        edge.from(),
                        String.valueOf(to),
                        edge.effectiveOn()));
    }
}
