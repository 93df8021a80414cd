package vn.nhipso.directory.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;

/** Follows units through any number of reorganisations. A pure function of units and edges. */
public final class LineageWalk {

    private final Hierarchy units;
    private final Map<String, NavigableMap<LocalDate, List<LineageEdge>>> outgoing = new LinkedHashMap<>();

    public LineageWalk(Hierarchy units, List<LineageEdge> edges) {
        this.units = units;
        edges.forEach(edge -> outgoing.computeIfAbsent(edge.from(), from -> new TreeMap<>())
                .computeIfAbsent(edge.effectiveOn(), day -> new ArrayList<>())
                .add(edge));
    }

    /**
     * Where the unit that bears the code on a day is on a later day; empty when it ended without a successor.
     * A unit that lives on arrives at itself, whole.
     */
    public List<Arrival> forward(String code, LocalDate day, LocalDate until) {
        Trail trail = new Trail();
        follow(new Step(code, day, Extent.WHOLE, Extent.WHOLE, BigDecimal.ONE), until, trail);
        return trail.arrivals();
    }

    /** The day on which the unit that bears the code on a day stops bearing it, or is divided or merged; empty for never. */
    public Optional<LocalDate> nextTurn(String code, LocalDate day) {
        LocalDate edge = nextEdgeDay(code, day);
        LocalDate end = units.at(code, day).map(this::endOfLife).orElse(null);
        if (edge != null && end != null) {
            return Optional.of(edge.isBefore(end) ? edge : end);
        }
        return Optional.ofNullable(edge == null ? end : edge);
    }

    /** Whether the unit that bore the code until the day before goes on bearing it. */
    public boolean livesOn(String code, LocalDate day) {
        Optional<UnitVersion> before = units.at(code, day.minusDays(1));
        return before.isPresent()
                && units.at(code, day).filter(before.get()::isSameUnit).isPresent();
    }

    /** The codes on the way that live on a day, and the given one if it does; sorted. */
    List<String> codesAlive(LocalDate day, String code) {
        return Stream.concat(Stream.of(code), outgoing.keySet().stream())
                .filter(each -> units.at(each, day).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    /** Who of those on the way bore the code on a day. */
    Optional<UnitVersion> unit(String code, LocalDate day) {
        return units.at(code, day);
    }

    /** The edges that leave a code on a day. */
    public List<LineageEdge> leaving(String code, LocalDate day) {
        NavigableMap<LocalDate, List<LineageEdge>> days = outgoing.get(code);
        return days == null ? List.of() : days.getOrDefault(day, List.of());
    }

    private void follow(Step step, LocalDate until, Trail trail) {
        Optional<UnitVersion> unit = units.at(step.code, step.day);
        LocalDate turn = unit.isEmpty() ? null : nextTurn(step.code, step.day).orElse(null);
        if (turn == null || turn.isAfter(until)) {
            trail.arrive(step.code, step);
            return;
        }
        List<LineageEdge> edges = leaving(step.code, turn);
        if (edges.isEmpty()) {
            trail.lose(step);
            return;
        }
        trail.noteGaps(step, edges);
        for (LineageEdge edge : edges) {
            Step next = step.along(edge);
            if (next.area == Extent.NONE && next.population == Extent.NONE) {
                continue;
            }
            if (edge.to() == null) {
                trail.arrive(null, next);
            } else {
                follow(next, until, trail);
            }
        }
    }

    private @Nullable LocalDate nextEdgeDay(String code, LocalDate day) {
        NavigableMap<LocalDate, List<LineageEdge>> days = outgoing.get(code);
        return days == null ? null : days.higherKey(day);
    }

    private @Nullable LocalDate endOfLife(UnitVersion unit) {
        LocalDate end = unit.valid().to();
        while (end != null) {
            Optional<UnitVersion> next = units.at(unit.code(), end).filter(unit::isSameUnit);
            if (next.isEmpty()) {
                return end;
            }
            end = next.get().valid().to();
        }
        return null;
    }

    private record Step(
            String code,
            LocalDate day,
            Extent area,
            Extent population,
            @Nullable BigDecimal share) {

        Step along(LineageEdge edge) {
            return new Step(
                    edge.to() == null ? "" : edge.to(),
                    edge.effectiveOn(),
                    area.then(edge.area()),
                    population.then(edge.population()),
                    shareAlong(edge));
        }

        private @Nullable BigDecimal shareAlong(LineageEdge edge) {
            return switch (edge.population()) {
                case WHOLE -> share;
                case NONE -> BigDecimal.ZERO;
                case PART -> share == null || edge.share() == null ? null : share.multiply(edge.share());
            };
        }
    }

    /** Gathers what arrives where, and whether anything was lost on the way. */
    private static final class Trail {
        private final Map<Optional<String>, List<Step>> steps = new LinkedHashMap<>();
        private boolean areaLost;
        private boolean populationLost;

        void arrive(@Nullable String code, Step step) {
            steps.computeIfAbsent(Optional.ofNullable(code), c -> new ArrayList<>())
                    .add(step);
        }

        void lose(Step step) {
            areaLost |= step.area != Extent.NONE;
            populationLost |= step.population != Extent.NONE;
        }

        /** A single part without its other parts: the rest is somewhere else. */
        void noteGaps(Step step, List<LineageEdge> edges) {
            areaLost |= step.area != Extent.NONE && isPartial(edges, LineageEdge::area);
            populationLost |= step.population != Extent.NONE && isPartial(edges, LineageEdge::population);
        }

        private static boolean isPartial(List<LineageEdge> edges, Function<LineageEdge, Extent> extent) {
            List<Extent> some = edges.stream()
                    .map(extent)
                    .filter(each -> each != Extent.NONE)
                    .toList();
            return some.isEmpty() || (some.size() == 1 && some.getFirst() == Extent.PART);
        }

        List<Arrival> arrivals() {
            List<Arrival> arrivals = new ArrayList<>();
            steps.forEach((code, paths) -> {
                Extent population = together(code, Step::population, populationLost);
                arrivals.add(new Arrival(
                        code.orElse(null),
                        together(code, Step::area, areaLost),
                        population,
                        population == Extent.PART ? share(paths) : null));
            });
            return arrivals;
        }

        /** Whole when nothing arrives anywhere else and nothing was lost. */
        private Extent together(Optional<String> code, Function<Step, Extent> extent, boolean lost) {
            boolean here =
                    steps.getOrDefault(code, List.of()).stream().anyMatch(step -> extent.apply(step) != Extent.NONE);
            boolean elsewhere = steps.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(code))
                    .flatMap(entry -> entry.getValue().stream())
                    .anyMatch(step -> extent.apply(step) != Extent.NONE);
            if (!here) {
                return Extent.NONE;
            }
            return elsewhere || lost ? Extent.PART : Extent.WHOLE;
        }

        private static @Nullable BigDecimal share(List<Step> paths) {
            if (paths.stream().anyMatch(step -> step.share == null)) {
                return null;
            }
            return paths.stream().map(Step::share).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
