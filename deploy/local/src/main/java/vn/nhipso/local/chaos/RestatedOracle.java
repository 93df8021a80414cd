package vn.nhipso.local.chaos;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a period comes to on the hierarchy of another day where units moved and merged: the parts of all units of its closing day, each placed at one
 * unit of that day. Back before a merger it is the lowest that has all who went into it.
 */
final class RestatedOracle {

    private final Country country;
    private final Oracle oracle;
    private final Measure measure;
    private final Term period;
    private final LocalDate day;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Country.Place> living;

    /** @param whole whether it is another unit of the same people, or of theirs and others' */
    private record Place(List<String> way, boolean whole) {
        String at() {
            return way.getFirst();
        }
    }

    /**
     * A sum.
     *
     * @param unallocated what stands at exactly the unit and is not its own
     */
    record Sum(
            BigDecimal n,
            BigDecimal d,
            BigDecimal weighed,
            BigDecimal weights,
            BigDecimal unallocated,
            Oracle.Coverage coverage,
            boolean complete) {}

    RestatedOracle(Country country, Oracle oracle, Measure measure, Term period, LocalDate day) {
        this.country = country;
        this.oracle = oracle;
        this.measure = measure;
        this.period = period;
        this.day = day;
        this.living = country.living(period.closes());
        living.forEach(place -> places.put(place.code(), place(place)));
    }

    private Place place(Country.Place unit) {
        Optional<Map.Entry<Country.Merger, LocalDate>> origin = country.origin(unit.code(), period.closes());
        if (origin.isPresent() && origin.get().getValue().isAfter(day)) {
            List<List<String>> ways = country.predecessors(origin.get()).stream()
                    .map(one -> country.way(one.code(), day))
                    .toList();
            List<String> common = new ArrayList<>(ways.getFirst());
            ways.forEach(common::retainAll);
            return new Place(common, ways.size() == 1);
        }
        return new Place(country.way(country.successor(unit.code(), day).orElse(unit.code()), day), true);
    }

    private Place of(Country.Place unit) {
        Place place = places.get(unit.code());
        if (place == null) {
            throw new IllegalStateException(unit.code());
        }
        return place;
    }

    private boolean within(Country.Place unit, Country.Place asked) {
        return of(unit).way().contains(asked.code());
    }

    /** The unit of the closing day that holds the same people as one of the day asked for. */
    Country.@Nullable Place same(Country.Place asked) {
        Set<Country.Place> touched =
                living.stream().filter(unit -> within(unit, asked)).collect(Collectors.toSet());
        return touched.stream()
                .filter(unit -> unit.level() == asked.level()
                        && of(unit).whole()
                        && of(unit).at().equals(asked.code())
                        && codes(touched).equals(country.within(unit, period.closes())))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> codes(Set<Country.Place> units) {
        return units.stream().map(Country.Place::code).collect(Collectors.toCollection(HashSet::new));
    }

    Sum sum(Country.Place asked) {
        BigDecimal n = BigDecimal.ZERO;
        BigDecimal d = BigDecimal.ZERO;
        BigDecimal weighed = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal unallocated = BigDecimal.ZERO;
        int reporting = 0;
        int counted = 0;
        int expected = 0;
        boolean blurred = false;
        for (Country.Place unit : living) {
            if (!within(unit, asked)) {
                continue;
            }
            BigDecimal part = part(unit, Oracle.Up::n);
            n = n.add(part);
            d = d.add(part(unit, Oracle.Up::d));
            weighed = weighed.add(part(unit, up -> up.estimate().n()));
            weights = weights.add(part(unit, up -> up.estimate().w()));
            if (of(unit).at().equals(asked.code())) {
                boolean own = of(unit).whole() && unit.level() == asked.level();
                BigDecimal its = own ? zero(up(unit).own().cn()) : BigDecimal.ZERO;
                unallocated = unallocated.add(part.subtract(its));
            }
            int its = count(unit, Oracle.Up::counted);
            reporting += count(unit, up -> up.rollup().whole().coverage().reporting());
            counted += its;
            expected += count(unit, up -> up.rollup().whole().coverage().expected());
            blurred |= its > (up(unit).own().completes() ? 1 : 0)
                    && living.stream()
                            .anyMatch(other ->
                                    country.within(unit, period.closes()).contains(other.code())
                                            && !within(other, asked));
        }
        return new Sum(
                n,
                d,
                weighed,
                weights,
                unallocated,
                new Oracle.Coverage(reporting, counted, expected),
                counted == expected && expected > 0 && !blurred);
    }

    private Oracle.Up up(Country.Place unit) {
        return oracle.up(measure, period, unit);
    }

    /** What a unit hands up less what those below it hand up. */
    private BigDecimal part(Country.Place unit, Function<Oracle.Up, @Nullable BigDecimal> of) {
        BigDecimal part = zero(of.apply(up(unit)));
        for (Country.Place child : country.below(unit, period.closes())) {
            part = part.subtract(zero(of.apply(up(child))));
        }
        return part;
    }

    private int count(Country.Place unit, Function<Oracle.Up, Integer> of) {
        return part(unit, up -> BigDecimal.valueOf(of.apply(up))).intValueExact();
    }

    private static BigDecimal zero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
