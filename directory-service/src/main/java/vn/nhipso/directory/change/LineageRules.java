package vn.nhipso.directory.change;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.kit.problem.Text;

/** What the edges of a change must be among themselves: a whole goes to one place, shares add up to at most all. */
final class LineageRules {

    private LineageRules() {}

    static void check(List<Change.Edge> edges, Places places) {
        Map<String, List<Change.Edge>> byFrom = edges.stream()
                .collect(Collectors.groupingBy(edge -> edge.edge().from(), LinkedHashMap::new, Collectors.toList()));
        byFrom.values().forEach(outgoing -> {
            checkTargets(outgoing, places);
            checkExtents(outgoing, LineageEdge::area, "area", places);
            checkExtents(outgoing, LineageEdge::population, "population", places);
            checkShares(outgoing, places);
        });
    }

    private static void checkTargets(List<Change.Edge> outgoing, Places places) {
        Map<String, Integer> first = new HashMap<>();
        for (Change.Edge edge : outgoing) {
            Integer row = first.putIfAbsent(String.valueOf(edge.edge().to()), edge.row());
            if (row != null) {
                places.edge(
                        edge.row(),
                        "",
                        DirectoryProblem.DUPLICATE_EDGE,
                        places.standsAt(
                                row, edge.edge().from() + " → " + edge.edge().to()));
            }
            if (edge.edge().area() == Extent.NONE && edge.edge().population() == Extent.NONE) {
                places.edge(
                        edge.row(),
                        "",
                        DirectoryProblem.LINEAGE_EXTENT_CONFLICT,
                        new Text(
                                "Không chuyển cả diện tích lẫn dân số thì không có quan hệ kế tục.",
                                "Where neither area nor population goes, there is no edge."));
            }
        }
    }

    private static void checkExtents(
            List<Change.Edge> outgoing, Function<LineageEdge, Extent> extent, String field, Places places) {
        boolean whole = outgoing.stream().anyMatch(edge -> extent.apply(edge.edge()) == Extent.WHOLE);
        List<Change.Edge> some = outgoing.stream()
                .filter(edge -> extent.apply(edge.edge()) != Extent.NONE)
                .toList();
        if (whole && some.size() > 1) {
            Change.Edge last = some.getLast();
            places.edge(
                    last.row(),
                    field,
                    DirectoryProblem.LINEAGE_EXTENT_CONFLICT,
                    Text.of(
                            "%s đã chuyển toàn bộ sang một đơn vị, không còn phần nào cho đơn vị khác.",
                            "%s goes as a whole to one unit, no part is left for another.",
                            last.edge().from()));
        }
    }

    private static void checkShares(List<Change.Edge> outgoing, Places places) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Change.Edge edge : outgoing) {
            BigDecimal share = edge.edge().share();
            if (share == null) {
                continue;
            }
            boolean between = share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0 && share.scale() <= 12;
            if (!between || edge.edge().population() != Extent.PART) {
                places.edge(
                        edge.row(),
                        "share",
                        DirectoryProblem.LINEAGE_SHARE_INVALID,
                        new Text(
                                "Tỷ lệ lớn hơn 0, nhỏ hơn 1, tối đa 12 chữ số thập phân, và chỉ khi chuyển một phần dân số.",
                                "A share is above 0 and below 1, has at most 12 decimals, and stands only where part of the population goes."));
            }
            sum = between ? sum.add(share) : sum;
        }
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            places.edge(
                    outgoing.getLast().row(),
                    "share",
                    DirectoryProblem.LINEAGE_SHARE_INVALID,
                    new Text("Tổng các tỷ lệ vượt quá 1.", "The shares add up to more than 1."));
        }
    }
}
