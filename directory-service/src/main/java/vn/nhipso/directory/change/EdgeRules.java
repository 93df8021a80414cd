package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.kit.problem.Text;

/** Lineage against the record: an edge leaves a unit that ends or alters that day and arrives at one that lives. */
final class EdgeRules {

    private final Change change;
    private final LocalDate day;
    private final Hierarchy after;
    private final Map<String, List<LineageEdge>> edges;
    private final List<LineageEdge> knownEdges;
    private final Map<String, Integer> endRows;
    private final Refusals refusals;

    EdgeRules(
            Change change,
            Hierarchy after,
            Map<String, List<LineageEdge>> edges,
            List<LineageEdge> knownEdges,
            Map<String, Integer> endRows,
            Refusals refusals) {
        this.change = change;
        this.day = change.effectiveOn();
        this.after = after;
        this.edges = edges;
        this.knownEdges = knownEdges;
        this.endRows = endRows;
        this.refusals = refusals;
    }

    void check() {
        change.lineage().forEach(this::checkGiven);
        knownEdges.stream()
                .filter(edge -> !edge.effectiveOn().equals(day) || !edges.containsKey(edge.from()))
                .forEach(this::checkKnown);
    }

    private void checkGiven(Change.Edge given) {
        LineageEdge edge = given.edge();
        String at = "/lineage/" + given.row();
        if (!after.endsOn(edge.from(), day)) {
            boolean unknown = after.versions(edge.from()).isEmpty();
            refusals.add(
                    at + "/from",
                    unknown ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.LINEAGE_FROM_NOT_ENDED,
                    Lives.of(edge.from(), day, after));
        }
        String to = edge.to();
        if (to != null && after.at(to, day).isEmpty()) {
            boolean unknown = after.versions(to).isEmpty();
            refusals.add(
                    at + "/to",
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
        Integer row = endRows.get(leaves && to != null ? to : edge.from());
        refusals.add(
                row == null ? "" : "/ends/" + row,
                DirectoryProblem.LINEAGE_BROKEN,
                Text.of(
                        "Quan hệ đã ghi %s → %s ngày %s sẽ mất đơn vị của nó.",
                        "The recorded edge %s → %s of %s would lose its unit.",
                        edge.from(),
                        String.valueOf(to),
                        edge.effectiveOn()));
    }
}
