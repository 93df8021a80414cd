package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.restatement.Part;
import vn.nhipso.reporting.restatement.Placement;
import vn.nhipso.reporting.restatement.Placements;
import vn.nhipso.reporting.restatement.Restatement;
import vn.nhipso.reporting.rollup.RollupAnswers.Asked;
import vn.nhipso.reporting.rollup.RollupReader.Key;
import vn.nhipso.reporting.rollup.RollupReader.Pair;

/** Rollups on the hierarchy of another day than the closing days of their periods (docs/adr/0003): one item each. */
public final class RestatedAnswers {

    private final Connection connection;
    private final RollupAnswers answers;
    private final UnitLookup units;

    /** @param today Vietnam's day, as for {@link RollupAnswers} */
    public RestatedAnswers(Connection connection, LocalDate today) {
        this.connection = connection;
        this.answers = new RollupAnswers(connection, today);
        this.units = new UnitLookup(connection);
    }

    /**
     * An item for every combination, unit by unit. Fails with INDICATOR_NOT_FOUND for what nobody defined and with UNIT_NOT_FOUND for a code that
     * nobody bears on the day asked for.
     */
    public List<RollupItem> of(
            Collection<String> indicators, Collection<Period> periods, Collection<String> codes, LocalDate day)
            throws SQLException {
        Map<String, UnitAt> living = units.at(codes, day);
        RollupAnswers.requireAll(codes, living.keySet(), day);
        Map<Pair, Asked> asked = answers.ask(indicators, periods);
        Map<LocalDate, Map<Pair, Asked>> byDay = new LinkedHashMap<>();
        asked.forEach((pair, how) -> byDay.computeIfAbsent(how.closes(), key -> new LinkedHashMap<>())
                .put(pair, how));
        Map<LocalDate, List<Placement>> placements = new Placements(connection)
                .of(codes.stream().filter(code -> !code.equals("VN")).toList(), day, byDay.keySet()).stream()
                        .collect(Collectors.groupingBy(Placement::closes));
        List<OneDay> days = byDay.entrySet().stream()
                .filter(one -> !one.getKey().equals(day))
                .map(one -> new OneDay(
                        one.getValue(), one.getKey(), placements.getOrDefault(one.getKey(), List.of()), living))
                .toList();
        Holding.add(days.stream().mapToLong(OneDay::handed).sum());
        Map<Key, RollupItem> items = new HashMap<>();
        if (byDay.containsKey(day)) {
            answers.items(byDay.get(day), codes).forEach(item -> items.put(key(item), item));
        }
        for (OneDay one : days) {
            one.items().forEach(item -> items.put(key(item), item));
        }
        return codes.stream()
                .flatMap(code -> asked.keySet().stream().map(pair -> items.get(key(pair, code))))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A part of what a unit of the closing day hands up, where it is on the day asked for; no part where it gave nothing. */
    public record Placed(Placement placement, @Nullable Part part) {}

    /** What a restated figure is added up from: the parts that are placed at or below a unit. */
    public List<Placed> placed(String indicator, Period period, String code, LocalDate day) throws SQLException {
        Map<Pair, Asked> asked = answers.ask(List.of(indicator), List.of(period));
        LocalDate closes =
                Objects.requireNonNull(asked.get(new Pair(indicator, period))).closes();
        Restatement restatement = new Restatement(new Placements(connection).of(List.of(code), day, List.of(closes)));
        Holding.add(restatement.sources().size());
        Map<String, Part> parts = Part.of(answers.handed(asked, restatement.sources(), restatement.provinces()));
        return restatement.within(code).stream()
                .map(placement -> new Placed(placement, parts.get(placement.unit())))
                .toList();
    }

    private static Key key(Pair pair, String code) {
        return new Key(pair.indicator(), pair.period().toString(), code);
    }

    private static Key key(RollupItem item) {
        return new Key(
                item.definition().code(), item.period().toString(), item.unit().code());
    }

    /** What is asked for of one closing day. */
    private final class OneDay {
        private final Map<Pair, Asked> asked;
        private final LocalDate closes;
        private final Restatement restatement;
        private final Map<String, UnitAt> living;
        private final Map<String, String> same = new HashMap<>();
        private final Map<Key, RollupItem> asWas = new HashMap<>();
        private Map<Pair, Map<String, Part>> parts = Map.of();

        OneDay(Map<Pair, Asked> asked, LocalDate closes, List<Placement> placements, Map<String, UnitAt> living) {
            this.asked = asked;
            this.closes = closes;
            this.restatement = new Restatement(placements);
            this.living = living;
            living.keySet().forEach(code -> restatement.same(code).ifPresent(unit -> same.put(code, unit)));
        }

        /** How many figures are handed up. */
        long handed() {
            return needsParts() ? (long) asked.size() * restatement.sources().size() : 0;
        }

        private boolean needsParts() {
            return living.keySet().stream().anyMatch(this::needsParts);
        }

        List<RollupItem> items() throws SQLException {
            List<String> codes = same.values().stream().distinct().toList();
            answers.items(asked, codes).forEach(item -> asWas.put(key(item), item));
            parts = needsParts() ? parts() : Map.of();
            List<RollupItem> items = new ArrayList<>();
            living.values().forEach(unit -> asked.forEach((pair, how) -> items.add(item(pair, how, unit))));
            return items;
        }

        private boolean needsParts(String code) {
            String unit = same.get(code);
            return unit == null || restatement.holdsUnallocated(code, unit);
        }

        private Map<Pair, Map<String, Part>> parts() throws SQLException {
            Map<Pair, Map<String, Part>> parts = new HashMap<>();
            answers.handed(asked, restatement.sources(), restatement.provinces()).stream()
                    .collect(Collectors.groupingBy(
                            handed -> new Pair(handed.indicator(), Period.parse(handed.period()))))
                    .forEach((Pair pair, List<Handed> handed) -> parts.put(pair, Part.of(handed)));
            return parts;
        }

        private RollupItem item(Pair pair, Asked how, UnitAt unit) {
            Map<String, Part> its = parts.getOrDefault(pair, Map.of());
            String twin = same.get(unit.code());
            return twin == null
                    ? new RestatedItem(
                                    how.definition(),
                                    pair.period(),
                                    closes,
                                    unit,
                                    !restatement.sources().isEmpty(),
                                    restatement.sum(unit.code(), how.definition(), its))
                            .item()
                    : on(
                            unit,
                            asWas.get(key(pair, twin)),
                            new Restating(
                                    twin, true, null, restatement.unallocated(unit.code(), twin, its), List.of()));
        }

        /** As it was, of the unit that it is now. */
        private static RollupItem on(UnitAt unit, @Nullable RollupItem was, Restating restating) {
            RollupItem item = Objects.requireNonNull(was);
            RollupRow row = item.row();
            return new RollupItem(
                    item.definition(),
                    item.period(),
                    item.closes(),
                    new UnitAt(
                            unit.code(),
                            unit.name(),
                            unit.fullName(),
                            unit.level(),
                            unit.parent(),
                            item.unit().sizes()),
                    new RollupRow(
                            row.indicator(),
                            row.period(),
                            unit.code(),
                            row.level(),
                            row.own(),
                            row.children(),
                            row.whole(),
                            row.byLevel()),
                    item.missing(),
                    item.distribution(),
                    item.words(),
                    restating,
                    item.derived());
        }
    }
}
