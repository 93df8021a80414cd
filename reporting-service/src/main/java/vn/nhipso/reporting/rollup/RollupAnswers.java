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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.registry.RegistrySql;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.rollup.RollupReader.Key;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.rollup.RollupReader.Silent;
import vn.nhipso.reporting.rollup.RollupReader.Standing;

/** Rollups of indicators, periods and units, whether they are kept, made on demand or nothing is known: one item each. */
public final class RollupAnswers {

    private final Connection connection;
    private final RollupReader reader;
    private final UnitLookup units;
    private final LocalDate today;
    private Map<Pair, Asked> last = Map.of();

    /** @param today Vietnam's day: of a period that begins later the register has no figure yet */
    public RollupAnswers(Connection connection, LocalDate today) {
        this(connection, today, new RollupReader(connection));
    }

    private RollupAnswers(Connection connection, LocalDate today, RollupReader reader) {
        this.connection = connection;
        this.today = today;
        this.reader = reader;
        this.units = new UnitLookup(connection);
    }

    /** Answers without who is missing, distributions and words. */
    public static RollupAnswers figuresAlone(Connection connection, LocalDate today) {
        return new RollupAnswers(connection, today, RollupReader.figures(connection));
    }

    /**
     * An item for every combination, unit by unit. Fails with INDICATOR_NOT_FOUND for what nobody defined and with UNIT_NOT_FOUND for a code that
     * nobody bears on the closing day of a period.
     */
    public List<RollupItem> of(Collection<String> indicators, Collection<Period> periods, Collection<String> codes)
            throws SQLException {
        Map<Pair, Asked> asked = ask(indicators, periods);
        FirstLook look = look(asked, codes);
        look.living().forEach((day, units) -> requireAll(codes, units.keySet(), day));
        return items(asked, look, codes);
    }

    /** Fails with UNIT_NOT_FOUND for a code that nobody bears on a day. */
    static void requireAll(Collection<String> codes, Collection<String> living, LocalDate day) {
        for (String code : codes) {
            if (!living.contains(code)) {
                throw new ProblemException(
                        ReportingProblem.UNIT_NOT_FOUND,
                        Text.of(
                                "Không có đơn vị mang mã “%s” vào ngày %s.",
                                "No unit bears the code \"%s\" on %s.", code, day));
            }
        }
    }

    /** Items for those of the codes that somebody bears on the closing day of a period. */
    public List<RollupItem> ofLiving(
            Collection<String> indicators, Collection<Period> periods, Collection<String> codes) throws SQLException {
        return items(ask(indicators, periods), codes);
    }

    /** Items for those of the codes that are of a level and lie within a unit on the closing day of a period. */
    public List<RollupItem> ofListed(
            Collection<String> indicators,
            Collection<Period> periods,
            Collection<String> codes,
            int level,
            String within)
            throws SQLException {
        Map<Pair, Asked> asked = ask(indicators, periods);
        FirstLook look = look(asked, codes);
        retainListed(look.living(), codes, level, within);
        return items(asked, look, codes);
    }

    /** Of several days: each of the units that were of the level and within then. */
    void retainListed(Map<LocalDate, Map<String, UnitAt>> living, Collection<String> codes, int level, String within)
            throws SQLException {
        if (living.size() > 1) {
            for (Map.Entry<LocalDate, Map<String, UnitAt>> day : living.entrySet()) {
                day.getValue().keySet().retainAll(units.within(codes, within, level, day.getKey()));
            }
        }
    }

    /** What is asked for beside these. */
    static Map<Pair, Asked> without(Map<Pair, Asked> asked, Collection<Pair> these) {
        Map<Pair, Asked> others = new LinkedHashMap<>(asked);
        others.keySet().removeAll(Set.copyOf(these));
        return others;
    }

    /** An item of which nothing is known. */
    static RollupItem nothing(Pair pair, Asked how, UnitAt unit) {
        return item(pair, how, unit, null, Map.of(), Map.of());
    }

    private FirstLook look(Map<Pair, Asked> asked, Collection<String> codes) throws SQLException {
        List<LocalDate> days =
                asked.values().stream().map(Asked::closes).distinct().toList();
        List<Pair> kept = pairs(asked, one -> one.standing().kept());
        return reader.look(new FirstLook.Asked(days, kept, List.copyOf(asked.keySet()), codes));
    }

    /** For those of the codes that somebody bears on the closing day of a period. */
    List<RollupItem> items(Map<Pair, Asked> asked, Collection<String> codes) throws SQLException {
        return codes.isEmpty() ? List.of() : items(asked, look(asked, codes), codes);
    }

    private List<RollupItem> items(Map<Pair, Asked> asked, FirstLook look, Collection<String> codes)
            throws SQLException {
        Map<LocalDate, Map<String, UnitAt>> living = look.living();
        Map<Key, Found> found = find(reader, asked, look.kept(), codes);
        Map<Key, List<String>> missing = reader.missing(silent(asked, living, codes, found));
        Map<Key, Map<Scope, RollupRow.Stated>> derived = reader.derived(derivable(asked, found));
        List<RollupItem> items = new ArrayList<>();
        for (String code : codes) {
            asked.forEach((pair, how) -> {
                Key key = new Key(pair.indicator(), pair.period().toString(), code);
                UnitAt unit = living.getOrDefault(how.closes(), Map.of()).get(code);
                if (unit != null) {
                    items.add(item(
                                    pair,
                                    how,
                                    unit,
                                    found.get(key),
                                    missing,
                                    look.words().getOrDefault(key, Map.of()))
                            .with(derived.getOrDefault(key, Map.of())));
                }
            });
        }
        return items;
    }

    /** Of what was reported for the period itself while parts of it were reported too. */
    private static List<Key> derivable(Map<Pair, Asked> asked, Map<Key, Found> found) {
        return found.entrySet().stream()
                .filter(one -> one.getValue().row().reported())
                .map(Map.Entry::getKey)
                .filter(key -> {
                    Asked how = asked.get(new Pair(key.indicator(), Period.parse(key.period())));
                    return how != null && how.standing().derivable();
                })
                .toList();
    }

    /** Only the items that have a rollup, without who is missing, distributions and words. Units that do not live then are left out. */
    public List<RollupItem> figures(Collection<String> indicators, Period period, Collection<String> codes)
            throws SQLException {
        Holding.add((long) indicators.size() * codes.size());
        Map<Pair, Asked> asked = ask(indicators, List.of(period));
        RollupReader lean = RollupReader.figures(connection);
        List<RollupRow> kept = lean.kept(pairs(asked, one -> one.standing().kept()), codes).stream()
                .map(Found::row)
                .toList();
        Map<Key, Found> found = find(lean, asked, kept, codes);
        List<RollupItem> items = new ArrayList<>();
        for (Map.Entry<Pair, Asked> entry : asked.entrySet()) {
            Asked how = entry.getValue();
            for (String code : codes) {
                Found one = found.get(new Key(entry.getKey().indicator(), period.toString(), code));
                if (one != null) {
                    UnitAt unit = new UnitAt(code, code, null, one.row().level(), null, new UnitAt.Sizes(0, 0, 0));
                    items.add(new RollupItem(
                            how.definition(), period, how.closes(), unit, one.row(), List.of(), null, Map.of()));
                }
            }
        }
        return items;
    }

    /** Refuses with TOO_MANY_ITEMS what would make too much, however little of it is made at a time. */
    void requireBearable(Collection<String> indicators, Collection<Period> periods, Collection<String> codes)
            throws SQLException {
        List<Pair> made = pairs(
                ask(indicators, periods),
                one -> !one.standing().kept() && one.standing().made());
        if (!made.isEmpty()) {
            Workload.require(reader.below(codes) * made.size());
        }
    }

    /** Those of the indicators whose figures are kept, and of the others the first that can be made in passing. */
    public List<String> bearable(List<String> indicators, Period period, Collection<String> codes, boolean asOf)
            throws SQLException {
        Predicate<Asked> isMade =
                one -> !one.standing().kept() && one.standing().made();
        List<Pair> made = pairs(ask(indicators, List.of(period)), isMade);
        if (made.isEmpty()) {
            return indicators;
        }
        long fitting = Workload.inPassing(asOf) / Math.max(1, reader.below(codes));
        Set<String> tooMuch = made.stream().skip(fitting).map(Pair::indicator).collect(Collectors.toSet());
        return indicators.stream().filter(one -> !tooMuch.contains(one)).toList();
    }

    /** The closing days of periods in the calendars of indicators. */
    public Set<LocalDate> closes(Collection<String> indicators, Collection<Period> periods) throws SQLException {
        return ask(indicators, periods).values().stream()
                .map(Asked::closes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    record Asked(Definition definition, Standing standing) {
        LocalDate closes() {
            return standing.closes();
        }
    }

    Map<Pair, Asked> ask(Collection<String> indicators, Collection<Period> periods) throws SQLException {
        List<Pair> pairs = indicators.stream()
                .flatMap(indicator -> periods.stream().map(period -> new Pair(indicator, period)))
                .distinct()
                .toList();
        // Whoever lists units asks for the days first and for the rollups then.
        if (!List.copyOf(last.keySet()).equals(pairs)) {
            last = asked(indicators, pairs);
        }
        return last;
    }

    private Map<Pair, Asked> asked(Collection<String> indicators, List<Pair> pairs) throws SQLException {
        RollupReader.Terms terms = reader.terms(indicators, pairs);
        for (String indicator : indicators) {
            if (!terms.definitions().containsKey(indicator)) {
                throw new ProblemException(
                        ReportingProblem.INDICATOR_NOT_FOUND,
                        Text.of("Không có chỉ tiêu “%s”.", "There is no indicator \"%s\".", indicator));
            }
        }
        Map<Pair, Asked> asked = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            Standing standing = Objects.requireNonNull(terms.standings().get(pair));
            Definition definition = Objects.requireNonNull(
                    Objects.requireNonNull(terms.definitions().get(pair.indicator()))
                            .get(standing.version()));
            asked.put(pair, new Asked(definition, standing));
        }
        return asked;
    }

    private Map<Key, Found> find(
            RollupReader reader, Map<Pair, Asked> asked, List<RollupRow> kept, Collection<String> codes)
            throws SQLException {
        Map<Key, Found> found = new HashMap<>();
        List<Found> all = new ArrayList<>(reader.detailed(kept, row -> isShare(asked, row)));
        all.addAll(reader.onDemand(
                pairs(asked, a -> !a.standing().kept() && a.standing().made()), codes));
        all.addAll(reader.registry(registered(asked), codes));
        all.forEach(one -> found.put(Key.of(one.row()), one));
        return found;
    }

    private static boolean isShare(Map<Pair, Asked> asked, RollupRow row) {
        Asked how = asked.get(new Pair(row.indicator(), Period.parse(row.period())));
        return how != null && how.definition().kind() == Definition.Kind.SHARE;
    }

    /** What units hand up, of everything that is asked for; {@code tops} are those at or below which all the codes lie. */
    List<Handed> handed(Map<Pair, Asked> asked, Collection<String> codes, Collection<String> tops) throws SQLException {
        return reader.handed(
                pairs(asked, a -> a.standing().kept()),
                pairs(asked, a -> !a.standing().kept() && a.standing().made()),
                registered(asked),
                codes,
                tops);
    }

    private List<Pair> registered(Map<Pair, Asked> asked) {
        return pairs(asked, a -> RegistrySql.INDICATORS.contains(a.definition().code())).stream()
                .filter(pair -> Objects.requireNonNull(asked.get(pair))
                        .definition()
                        .calendar()
                        .hasBegun(pair.period(), today))
                .toList();
    }

    private static List<Pair> pairs(Map<Pair, Asked> asked, Predicate<Asked> which) {
        return asked.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Silent> silent(
            Map<Pair, Asked> asked,
            Map<LocalDate, Map<String, UnitAt>> living,
            Collection<String> codes,
            Map<Key, Found> found) {
        List<Silent> silent = new ArrayList<>();
        asked.forEach((pair, how) -> {
            for (String code : codes) {
                Key key = new Key(pair.indicator(), pair.period().toString(), code);
                if (!found.containsKey(key)
                        && living.getOrDefault(how.closes(), Map.of()).containsKey(code)) {
                    silent.add(new Silent(key, how.closes(), how.definition().reportedBy()));
                }
            }
        });
        return silent;
    }

    private static RollupItem item(
            Pair pair,
            Asked how,
            UnitAt unit,
            @Nullable Found found,
            Map<Key, List<String>> missing,
            Map<Scope, SourceWords> words) {
        Definition definition = how.definition();
        if (found != null) {
            return new RollupItem(
                    definition,
                    pair.period(),
                    how.closes(),
                    unit,
                    found.row(),
                    found.missing(),
                    found.distribution(),
                    words);
        }
        Key key = new Key(pair.indicator(), pair.period().toString(), unit.code());
        int own = definition.expects(unit.level()) ? 1 : 0;
        RollupRow row = RollupRow.nothing(
                key.indicator(),
                key.period(),
                key.unit(),
                unit.level(),
                unit.sizes().of(definition.reportedBy()) - own,
                own);
        return new RollupItem(
                definition, pair.period(), how.closes(), unit, row, missing.getOrDefault(key, List.of()), null, words);
    }
}
