package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.restatement.Placement.How;
import vn.nhipso.reporting.restatement.Restated.Unallocated;

/** Adds up, for units of one day, what is placed at or below them of the units of one closing day. */
public final class Restatement {

    private static final int MOST_CODES = 20;

    private final Map<String, List<Placement>> within = new HashMap<>();
    private final Map<String, List<Placement>> bySource = new LinkedHashMap<>();
    /** How many placements there are of what lies at or below a unit of the closing day. */
    private final Map<String, Integer> below = new HashMap<>();

    /** @param placements of one closing day */
    public Restatement(Collection<Placement> placements) {
        for (Placement placement : placements) {
            bySource.computeIfAbsent(placement.unit(), key -> new ArrayList<>()).add(placement);
            placement.way().forEach(unit -> below.merge(unit, 1, Integer::sum));
            for (String unit : placement.placeWay()) {
                within.computeIfAbsent(unit, key -> new ArrayList<>()).add(placement);
            }
        }
    }

    /** The units of the closing day that are placed anywhere. */
    public Collection<String> sources() {
        return bySource.keySet();
    }

    /** The provinces of the closing day at or below which they all lie. */
    public Collection<String> provinces() {
        return bySource.values().stream()
                .map(List::getFirst)
                .filter(placement -> placement.level() == 1)
                .map(Placement::unit)
                .toList();
    }

    /** What is placed at or below a unit. */
    public List<Placement> within(String unit) {
        return within.getOrDefault(unit, List.of());
    }

    /**
     * The one unit of the closing day that holds exactly the same people: it is placed there as a whole, everything at or below it is placed at or
     * below there, and nothing else is.
     */
    public Optional<String> same(String unit) {
        if (unit.equals(Placements.COUNTRY)) {
            return Optional.of(unit);
        }
        List<Placement> here = within(unit);
        return here.stream()
                .filter(placement ->
                        placement.place().equals(unit) && placement.how() == How.WHOLE && placement.allocated())
                .map(Placement::unit)
                .filter(candidate -> below.getOrDefault(candidate, 0) == here.size()
                        && here.stream().allMatch(placement -> placement.way().contains(candidate)))
                .findFirst();
    }

    /**
     * Whether anything but a unit's own is placed at it, of another unit than the one that it is. Of the country that is not found out: it would take
     * all units that there are.
     */
    public boolean holdsUnallocated(String unit, String same) {
        return !unit.equals(Placements.COUNTRY)
                && within(unit).stream()
                        .anyMatch(p -> p.place().equals(unit) && !p.unit().equals(same));
    }

    /** Adds up what is placed at or below a unit. */
    public Restated sum(String unit, Definition definition, Map<String, Part> parts) {
        return new Summing(unit, definition, parts).sum();
    }

    /** What stands unallocated at a unit, beside what one unit says of itself. */
    public @Nullable Unallocated unallocated(String unit, @Nullable String same, Map<String, Part> parts) {
        if (unit.equals(Placements.COUNTRY)) {
            return null;
        }
        Amount amount = null;
        TreeSet<String> from = new TreeSet<>();
        for (Placement placement : within(unit)) {
            Part part = parts.get(placement.unit());
            if (part == null
                    || !placement.place().equals(unit)
                    || placement.unit().equals(same)) {
                continue;
            }
            Amount own = placement.allocated() ? null : part.own();
            Amount some = Amount.plus(own, part.rest());
            if (some != null || (part.weighed() != null && !placement.allocated())) {
                amount = Amount.plus(amount, some == null ? null : some.times(placement.share()));
                from.add(placement.unit());
            }
        }
        return from.isEmpty()
                ? null
                : new Unallocated(
                        amount, from.size(), from.stream().limit(MOST_CODES).toList());
    }

    /** One sum under way. */
    private final class Summing {
        private final String unit;
        private final Definition definition;
        private final Map<String, Part> parts;
        private final Tally whole = new Tally();
        private final Tally own = new Tally();
        private final Tally children = new Tally();
        private final List<Tally> levels = List.of(new Tally(), new Tally(), new Tally());

        Summing(String unit, Definition definition, Map<String, Part> parts) {
            this.unit = unit;
            this.definition = definition;
            this.parts = parts;
        }

        Restated sum() {
            within(unit).forEach(this::amounts);
            all().forEach(this::coverage);
            if ((whole.complete() || children.complete()) && all().anyMatch(this::reachesBeyond)) {
                whole.blur();
                children.blur();
            }
            return new Restated(whole, own, children, levels, unallocated(unit, null, parts), missing(), stated());
        }

        private void amounts(Placement placement) {
            Part part = parts.get(placement.unit());
            if (part == null) {
                return;
            }
            Amount owned = part.own() == null ? null : part.own().times(placement.share());
            Amount rest = part.rest() == null ? null : part.rest().times(placement.share());
            Weighed weighed = part.weighed() == null ? null : part.weighed().times(placement.share());
            boolean below = !placement.place().equals(unit);
            levels.get(placement.level() - 1).add(owned);
            for (Tally tally : below ? List.of(whole, children) : List.of(whole)) {
                tally.add(Amount.plus(owned, rest));
                tally.add(weighed);
            }
            if (!below && placement.allocated()) {
                own.add(owned);
            }
            if (placement.how() == How.SHARE && (owned != null || rest != null || weighed != null)) {
                estimate(placement, below);
            }
        }

        private void estimate(Placement placement, boolean below) {
            if (!placement.togetherWithin(unit)) {
                whole.estimate();
                levels.get(placement.level() - 1).estimate();
            }
            if (!below) {
                own.estimate();
            } else if (!placement.togetherWithin(unit)
                    || placement.together().getFirst().equals(unit)) {
                children.estimate();
            }
        }

        /** The units that are wholly at or below the unit, once each. */
        private Stream<Placement> all() {
            return within(unit).stream()
                    .filter(placement -> placement.togetherWithin(unit))
                    .map(Placement::unit)
                    .distinct()
                    .map(source -> Objects.requireNonNull(bySource.get(source)).getFirst());
        }

        private void coverage(Placement placement) {
            Part part = parts.get(placement.unit());
            Handed.Coverage coverage = part == null ? Handed.Coverage.NONE : part.coverage();
            Handed.Coverage its =
                    part == null ? Handed.Coverage.NONE : part.of().ownCoverage();
            int expected = expected(placement);
            whole.cover(expected, coverage);
            levels.get(placement.level() - 1).cover(expected, its);
            if (!placement.together().getFirst().equals(unit)) {
                children.cover(expected, coverage);
            } else if (placement.place().equals(unit) && placement.allocated()) {
                own.cover(expected, its);
            }
        }

        /** Whether it counts others with a stated figure that is here, while some of them are elsewhere. */
        private boolean reachesBeyond(Placement placement) {
            Part part = parts.get(placement.unit());
            return part != null
                    && part.coverage().counted() > part.of().ownCoverage().counted()
                    && bySource.values().stream()
                            .map(List::getFirst)
                            .anyMatch(other -> other.way().contains(placement.unit()) && !other.togetherWithin(unit));
        }

        private int expected(Placement placement) {
            Part part = parts.get(placement.unit());
            return definition.expects(placement.level())
                    ? 1 - (part == null ? 0 : part.coverage().notApplicable())
                    : 0;
        }

        private List<String> missing() {
            return all().filter(this::silent).map(Placement::unit).sorted().toList();
        }

        private boolean silent(Placement placement) {
            Part part = parts.get(placement.unit());
            boolean gave = part != null
                    && (part.coverage().reporting() > 0
                            || part.of().ownCoverage().counted() > 0);
            return expected(placement) > 0
                    && !gave
                    && placement.way().stream().noneMatch(above -> covered(placement, above));
        }

        /** Whether it stands in a stated figure that is placed at or below the unit. */
        private boolean covered(Placement placement, String above) {
            Part part = parts.get(above);
            List<Placement> placed = bySource.get(above);
            return part != null
                    && placed != null
                    && placed.getFirst().togetherWithin(unit)
                    && (part.of().covers() || (part.of().coversBelow() && !above.equals(placement.unit())));
        }

        /** The nearest figures of units that are here as wholes. */
        private List<BigDecimal> stated() {
            Map<String, BigDecimal> figures = new HashMap<>();
            for (Placement placement : within(unit)) {
                Part part = parts.get(placement.unit());
                if (part != null && placement.how() == How.WHOLE && part.of().stated() != null) {
                    figures.put(placement.unit(), part.of().stated());
                }
            }
            return within(unit).stream()
                    .filter(placement -> figures.containsKey(placement.unit()))
                    .filter(placement -> placement.way().stream().skip(1).noneMatch(figures::containsKey))
                    .map(placement -> figures.get(placement.unit()))
                    .sorted()
                    .toList();
        }
    }
}
