package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import vn.nhipso.directory.lineage.Arrival;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;

/**
 * Going through several reorganisations at once is going through one after the other. The oracle carries a unit's area and population
 * as amounts, one reorganisation at a time.
 */
class LineageCompositionPropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final List<LocalDate> REORGANISATIONS =
            List.of(LocalDate.of(2021, 1, 1), LocalDate.of(2023, 7, 1), LocalDate.of(2025, 7, 1));
    private static final int COMMUNES = 9;

    /** Nobody lives under it: what went nobody knows where, and what ended without a successor. */
    private static final String UNKNOWN = "?";

    private static final String LOST = "lost";

    @Property(tries = 100)
    void composedLineageShouldBeDirectLineage(@ForAll long seed) {
        Random random = new Random(seed);
        Record record = new Record();
        Changes first = Changes.of(ChangeKind.CATALOGUE, BEGIN).begins("10", "tỉnh", "VN");
        IntStream.range(0, COMMUNES - 2).forEach(i -> first.begins(code(i), "xã", "10"));
        record.apply(first);
        REORGANISATIONS.forEach(day -> reorganise(record, day, random));
        for (UnitVersion unit : living(record, BEGIN)) {
            for (int from = -1; from < REORGANISATIONS.size(); from++) {
                LocalDate day = from < 0 ? BEGIN : REORGANISATIONS.get(from);
                for (int until = Math.max(0, from); until < REORGANISATIONS.size(); until++) {
                    compare(record, unit.code(), day, REORGANISATIONS.get(until));
                }
            }
        }
    }

    private static void compare(Record record, String code, LocalDate day, LocalDate until) {
        if (record.units().at(code, day).isEmpty()) {
            return;
        }
        Map<String, BigDecimal> area = carried(record, code, day, until, edges -> amounts(edges, LineageEdge::area));
        Map<String, BigDecimal> population = carried(record, code, day, until, LineageCompositionPropertyTest::people);
        Map<String, Extent> areas = new HashMap<>();
        Map<String, Extent> populations = new HashMap<>();
        for (Arrival arrival : record.walk().forward(code, day, until)) {
            String to = Optional.ofNullable(arrival.code()).orElse(UNKNOWN);
            areas.put(to, arrival.area());
            populations.put(to, arrival.population());
            if (arrival.share() != null) {
                assertThat(arrival.share()).as("share of %s at %s", code, to).isEqualByComparingTo(population.get(to));
            }
            Statistics.label("share known").collect(arrival.share() != null);
        }
        assertThat(some(areas)).as("area of %s from %s to %s", code, day, until).isEqualTo(extents(area));
        assertThat(some(populations))
                .as("people of %s from %s to %s", code, day, until)
                .isEqualTo(extents(population));
        Statistics.label("arrivals").collect(areas.size());
    }

    /** One reorganisation after the other. */
    private static Map<String, BigDecimal> carried(
            Record record,
            String code,
            LocalDate day,
            LocalDate until,
            Function<List<LineageEdge>, List<BigDecimal>> amounts) {
        Map<String, BigDecimal> now = new HashMap<>(Map.of(code, BigDecimal.ONE));
        for (LocalDate reorganisation : REORGANISATIONS) {
            if (reorganisation.isAfter(day) && !reorganisation.isAfter(until)) {
                Map<String, BigDecimal> next = new HashMap<>();
                now.forEach((at, amount) -> step(record, at, reorganisation, amounts)
                        .forEach((to, part) -> next.merge(to, amount.multiply(part), BigDecimal::add)));
                now = next;
            }
        }
        return now;
    }

    private static Map<String, BigDecimal> step(
            Record record, String at, LocalDate day, Function<List<LineageEdge>, List<BigDecimal>> amounts) {
        List<LineageEdge> edges = record.walk().leaving(at, day);
        if (edges.isEmpty()) {
            boolean stays =
                    at.equals(UNKNOWN) || at.equals(LOST) || record.walk().livesOn(at, day);
            return Map.of(stays ? at : LOST, BigDecimal.ONE);
        }
        List<BigDecimal> parts = amounts.apply(edges);
        Map<String, BigDecimal> step = new HashMap<>();
        BigDecimal rest = BigDecimal.ONE;
        for (int i = 0; i < edges.size(); i++) {
            step.merge(Optional.ofNullable(edges.get(i).to()).orElse(UNKNOWN), parts.get(i), BigDecimal::add);
            rest = rest.subtract(parts.get(i));
        }
        step.merge(LOST, rest, BigDecimal::add);
        return step;
    }

    /** As {@link #amounts}, with the shares where they are known. */
    private static List<BigDecimal> people(List<LineageEdge> edges) {
        boolean known = edges.stream().allMatch(edge -> edge.share() != null);
        return known
                ? edges.stream()
                        .map(edge -> Objects.requireNonNull(edge.share()))
                        .toList()
                : amounts(edges, LineageEdge::population);
    }

    /** Of a whole 1; of several parts something each, together 1; of one part alone a half: nobody knows where the rest is. */
    private static List<BigDecimal> amounts(List<LineageEdge> edges, Function<LineageEdge, Extent> extent) {
        long parts =
                edges.stream().filter(edge -> extent.apply(edge) == Extent.PART).count();
        List<BigDecimal> amounts = new ArrayList<>();
        BigDecimal rest = parts == 1 ? new BigDecimal("0.5") : BigDecimal.ONE;
        long left = parts;
        for (LineageEdge edge : edges) {
            BigDecimal amount =
                    switch (extent.apply(edge)) {
                        case WHOLE -> BigDecimal.ONE;
                        case NONE -> BigDecimal.ZERO;
                        case PART -> left == 1 ? rest : rest.multiply(new BigDecimal("0.5"));
                    };
            if (extent.apply(edge) == Extent.PART) {
                rest = rest.subtract(amount);
                left--;
            }
            amounts.add(amount);
        }
        return amounts;
    }

    private static Map<String, Extent> extents(Map<String, BigDecimal> amounts) {
        Map<String, Extent> extents = new HashMap<>();
        amounts.forEach((to, amount) -> {
            if (!to.equals(LOST) && amount.signum() > 0) {
                extents.put(to, amount.compareTo(BigDecimal.ONE) == 0 ? Extent.WHOLE : Extent.PART);
            }
        });
        return extents;
    }

    private static Map<String, Extent> some(Map<String, Extent> extents) {
        Map<String, Extent> some = new HashMap<>(extents);
        some.values().removeIf(Extent.NONE::equals);
        return some;
    }

    /** Some communes end, codes are used again, areas and people go wholly, in parts or nobody knows where. */
    private static void reorganise(Record record, LocalDate day, Random random) {
        List<String> living =
                living(record, day.minusDays(1)).stream().map(UnitVersion::code).toList();
        Changes change = Changes.of(ChangeKind.CATALOGUE, day);
        List<String> ended =
                living.stream().filter(code -> random.nextInt(2) == 0).toList();
        List<String> begun = IntStream.range(0, COMMUNES)
                .mapToObj(LineageCompositionPropertyTest::code)
                .filter(code -> (ended.contains(code) || !living.contains(code)) && random.nextInt(3) == 0)
                .toList();
        List<String> after = new ArrayList<>(living);
        after.removeAll(ended);
        after.addAll(begun);
        ended.forEach(change::ends);
        begun.forEach(code -> change.begins(code, "Mới " + day.getYear(), "xã", "10"));
        ended.forEach(code -> leave(change, code, after, random));
        if (!ended.isEmpty()) {
            record.apply(change);
        }
    }

    private static void leave(Changes change, String code, List<String> after, Random random) {
        if (after.size() < 3 || random.nextInt(8) == 0) {
            change.edge(code, null, Extent.WHOLE, Extent.WHOLE, null);
            return;
        }
        List<String> to = new ArrayList<>(after);
        Collections.shuffle(to, random);
        switch (random.nextInt(4)) {
            case 0 -> change.whole(code, to.get(0));
            case 1 -> change.part(code, to.get(0)).part(code, to.get(1)).part(code, to.get(2));
            case 2 ->
                change.edge(code, to.get(0), Extent.PART, Extent.WHOLE, null)
                        .edge(code, to.get(1), Extent.PART, Extent.NONE, null);
            default ->
                change.edge(code, to.get(0), Extent.PART, Extent.PART, "0.6")
                        .edge(code, to.get(1), Extent.PART, Extent.PART, "0.4");
        }
    }

    private static List<UnitVersion> living(Record record, LocalDate day) {
        return record.units()
                .all()
                .filter(unit -> unit.level() == Level.COMMUNE && unit.valid().contains(day))
                .toList();
    }

    private static String code(int number) {
        return "1000" + number;
    }
}
