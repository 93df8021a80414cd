package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhipso.reporting.restatement.LineageEvents.Edge;
import vn.nhipso.reporting.restatement.RandomHistory.Span;

/** The rules of ADR 3 in plain Java, slow and plain: where the people of a unit of one day are on another. */
public final class PlacementOracle {

    /** A place with the share of the people that is there; {@code whole} and {@code unallocated} as in Placement.How. */
    public record Placed(String place, String how) {}

    private record Node(String code, LocalDate day) {}

    /** What becomes of a unit next: on a day, into others, of each a share of 1 where all go there, nothing where it is not known. */
    private record Step(List<Leg> legs) {}

    private record Leg(Node to, BigDecimal factor) {}

    private final RandomHistory history;

    public PlacementOracle(RandomHistory history) {
        this.history = history;
    }

    public List<String> living(LocalDate day) {
        List<String> codes = new ArrayList<>();
        history.spans.forEach((code, spans) -> {
            if (span(code, day) != null) {
                codes.add(code);
            }
        });
        return codes;
    }

    public Span span(String code, LocalDate day) {
        for (Span span : history.spans.getOrDefault(code, List.of())) {
            if (span.holds(day.toString())) {
                return span;
            }
        }
        return null;
    }

    public int level(String code, LocalDate day) {
        return code.equals("VN") ? 0 : span(code, day).level();
    }

    /** The unit and all above it. */
    public List<String> way(String code, LocalDate day) {
        List<String> way = new ArrayList<>();
        for (String unit = code; !unit.equals("VN"); unit = span(unit, day).parent()) {
            way.add(unit);
        }
        way.add("VN");
        return way;
    }

    /** Shares by place and how. */
    public Map<Placed, BigDecimal> place(String code, LocalDate from, LocalDate goal) {
        Map<Placed, BigDecimal> places = new LinkedHashMap<>();
        follow(code, from, new Node(code, from), goal, BigDecimal.ONE, places);
        Map<Placed, BigDecimal> told = new TreeMap<>(java.util.Comparator.comparing(Placed::toString));
        places.forEach((placed, share) -> told.put(
                placed.how().equals("SHARE") && share.compareTo(BigDecimal.ONE) == 0
                        ? new Placed(placed.place(), "WHOLE")
                        : placed,
                share));
        return told;
    }

    private void follow(
            String source,
            LocalDate from,
            Node node,
            LocalDate goal,
            BigDecimal factor,
            Map<Placed, BigDecimal> places) {
        Step step = step(node, goal);
        if (step == null) {
            String how = factor.compareTo(BigDecimal.ONE) == 0 ? "WHOLE" : "SHARE";
            places.merge(new Placed(node.code(), how), factor, BigDecimal::add);
            return;
        }
        BigDecimal rest = BigDecimal.ONE;
        for (Leg leg : step.legs()) {
            if (leg.to() != null && leg.factor() != null) {
                follow(source, from, leg.to(), goal, factor.multiply(leg.factor()), places);
                rest = rest.subtract(leg.factor());
            }
        }
        if (rest.signum() > 0) {
            String place = rest(source, from, node, goal);
            places.merge(new Placed(place, "UNALLOCATED"), factor.multiply(rest), BigDecimal::add);
        }
    }

    private String rest(String source, LocalDate from, Node node, LocalDate goal) {
        Set<String> places = new TreeSet<>();
        boolean adrift = reach(node, goal, false, places, new HashSet<>());
        Step step = step(node, goal);
        boolean lostAtOnce =
                node.equals(new Node(source, from)) && step.legs().stream().allMatch(leg -> leg.to() == null);
        if (!places.isEmpty() && (!adrift || lostAtOnce)) {
            return lowest(places, goal);
        }
        for (String above : way(source, from).subList(1, way(source, from).size())) {
            Set<String> higher = new TreeSet<>();
            if (above.equals("VN")) {
                higher.add("VN");
            } else {
                reach(new Node(above, from), goal, false, higher, new HashSet<>());
            }
            if (!higher.isEmpty()) {
                places.add(lowest(higher, goal));
                break;
            }
        }
        return lowest(places, goal);
    }

    /** All places where any of them may be; answers whether any of them is lost. */
    private boolean reach(Node node, LocalDate goal, boolean below, Set<String> places, Set<String> seen) {
        if (!seen.add(node + " " + below)) {
            return false;
        }
        Step step = step(node, goal);
        if (step == null) {
            places.add(node.code());
            return false;
        }
        boolean adrift = false;
        boolean lost = step.legs().isEmpty();
        for (Leg leg : step.legs()) {
            if (leg.to() == null) {
                lost = true;
            } else {
                adrift |= reach(leg.to(), goal, below, places, seen);
            }
        }
        if (lost) {
            for (String child : living(node.day())) {
                if (span(child, node.day()).parent().equals(node.code())) {
                    reach(new Node(child, node.day()), goal, true, places, seen);
                }
            }
        }
        return adrift | (lost && !below);
    }

    /** The lowest unit that contains all. */
    String lowest(Collection<String> places, LocalDate day) {
        List<String> common = null;
        for (String place : places) {
            List<String> way = way(place, day);
            if (common == null) {
                common = way;
            } else {
                common = new ArrayList<>(common);
                common.retainAll(way);
            }
        }
        return common.getFirst();
    }

    private Step step(Node node, LocalDate goal) {
        return goal.isBefore(node.day()) ? back(node, goal) : forth(node, goal);
    }

    private List<Edge> leaving(String code, LocalDate day) {
        return history.edges.getOrDefault(code, new TreeMap<>()).getOrDefault(day.toString(), List.of()).stream()
                .filter(edge -> !edge.population().equals("NONE"))
                .toList();
    }

    private boolean onePartStays(String code, LocalDate day) {
        List<Edge> leaving = leaving(code, day);
        return leaving.size() == 1
                && leaving.getFirst().population().equals("PART")
                && !code.equals(leaving.getFirst().to());
    }

    private Step forth(Node node, LocalDate goal) {
        for (LocalDate day = node.day().plusDays(1); !day.isAfter(goal); day = day.plusDays(1)) {
            List<Edge> leaving = leaving(node.code(), day);
            boolean ends = span(node.code(), day) == null;
            if (leaving.isEmpty() && !ends) {
                continue;
            }
            BigDecimal known = leaving.stream()
                    .map(edge -> edge.share() == null ? BigDecimal.ZERO : edge.share())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Leg> legs = new ArrayList<>();
            for (Edge edge : leaving) {
                boolean whole = leaving.size() == 1 && edge.population().equals("WHOLE");
                boolean shared = known.compareTo(BigDecimal.ONE) <= 0
                        && leaving.stream().allMatch(e -> e.population().equals("PART"));
                boolean lives = edge.to() != null && span(edge.to(), day) != null;
                legs.add(new Leg(
                        lives ? new Node(edge.to(), day) : null,
                        whole ? BigDecimal.ONE : shared ? edge.share() : null));
            }
            if (onePartStays(node.code(), day) && !ends) {
                BigDecimal given = leaving.getFirst().share();
                boolean left = given != null && given.compareTo(BigDecimal.ONE) < 0;
                legs.add(new Leg(new Node(node.code(), day), left ? BigDecimal.ONE.subtract(given) : null));
            }
            return new Step(legs);
        }
        return null;
    }

    private Step back(Node node, LocalDate goal) {
        for (LocalDate day = node.day(); day.isAfter(goal); day = day.minusDays(1)) {
            LocalDate before = day.minusDays(1);
            Set<String> came = new TreeSet<>();
            for (String other : history.edges.keySet()) {
                if (leaving(other, day).stream().anyMatch(edge -> node.code().equals(edge.to()))
                        && span(other, before) != null) {
                    came.add(other);
                }
            }
            boolean begins = span(node.code(), before) == null;
            List<Edge> leaving = leaving(node.code(), day);
            if (came.isEmpty() && !begins && leaving.isEmpty()) {
                continue;
            }
            if (!begins && (leaving.isEmpty() || onePartStays(node.code(), day))) {
                came.add(node.code());
            }
            List<Leg> legs = new ArrayList<>();
            came.forEach(code -> legs.add(new Leg(new Node(code, before), came.size() == 1 ? BigDecimal.ONE : null)));
            return new Step(legs);
        }
        return null;
    }
}
