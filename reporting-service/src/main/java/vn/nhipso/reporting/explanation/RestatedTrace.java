package vn.nhipso.reporting.explanation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition.Kind;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
import vn.nhipso.reporting.explanation.ExplanationView.Excluded;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.restatement.Amount;
import vn.nhipso.reporting.restatement.Part;
import vn.nhipso.reporting.restatement.Placement;
import vn.nhipso.reporting.restatement.Weighed;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.FigureSources;
import vn.nhipso.reporting.rollup.FigureSources.Asked;
import vn.nhipso.reporting.rollup.FigureSources.Source;
import vn.nhipso.reporting.rollup.RestatedAnswers;
import vn.nhipso.reporting.rollup.RestatedAnswers.Placed;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.Scope;

/**
 * What a figure on the hierarchy of another day was added up from: of each unit of the closing day that is placed at or below the unit its own
 * figure, fact by fact, and what its stated figure says beyond those below it.
 */
final class RestatedTrace {

    private final RollupItem item;
    private final Map<String, UnitAt> units;
    private final Map<String, List<Source>> facts;
    private final List<Contribution> contributions = new ArrayList<>();
    private final Set<String> measurements = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> weighed = new HashSet<>();

    private RestatedTrace(RollupItem item, Map<String, UnitAt> units, Map<String, List<Source>> facts) {
        this.item = item;
        this.units = units;
        this.facts = facts;
    }

    /** What is placed at or below the unit and belongs to the scope, whether anything was given or not. */
    static List<Placed> placed(Connection connection, RollupItem item, Scope scope, LocalDate validAt, LocalDate today)
            throws SQLException {
        String unit = item.unit().code();
        return new RestatedAnswers(connection, today)
                .placed(item.definition().code(), item.period(), unit, validAt).stream()
                        .filter(one -> enters(one.placement(), unit, scope))
                        .toList();
    }

    /** @param all as {@link #placed} gives it */
    static RestatedTrace of(Connection connection, RollupItem item, Scope scope, List<Placed> all) throws SQLException {
        String indicator = item.definition().code();
        List<Placed> placed = all.stream().filter(one -> one.part() != null).toList();
        List<String> codes =
                placed.stream().map(one -> one.placement().unit()).distinct().toList();
        Map<String, List<Source>> facts =
                FigureSources.of(
                                connection,
                                codes.stream()
                                        .map(code -> new Asked(indicator, item.period(), code))
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(source -> source.of().unit()));
        RestatedTrace trace = new RestatedTrace(item, new UnitLookup(connection).at(codes, item.closes()), facts);
        placed.forEach(one -> trace.add(one.placement(), one.part(), scope));
        return trace;
    }

    /** They add up to the figure. */
    List<Contribution> contributions() {
        return contributions;
    }

    /** Whether a published figure that did not enter on the closing day, or what the register counted, is part of what was added up. */
    boolean has(Excluded one) {
        String measurement = one.measurement();
        return measurement == null
                ? one.scope() == Scope.OWN && counted.contains(one.unit())
                : one.reason() != Exclusion.NO_WEIGHT && measurements.contains(measurement);
    }

    /** Whether what entered weighed on the closing day is part of what was added up. */
    boolean hasWeighed(Contribution one) {
        return one.weight() != null && weighed.contains(Objects.requireNonNullElse(one.placedAt(), one.unit()));
    }

    private static boolean enters(Placement placement, String unit, Scope scope) {
        boolean below = !placement.place().equals(unit);
        return switch (scope) {
            case WHOLE -> true;
            case CHILDREN -> below;
            case OWN -> !below && placement.allocated();
        };
    }

    private void add(Placement placement, @Nullable Part part, Scope scope) {
        if (part == null) {
            return;
        }
        Amount own = part.own();
        List<Source> sources = sources(placement, Scope.OWN);
        if (own != null && sources.isEmpty()) {
            counted.add(placement.unit());
            contributions.add(amount(placement, own, Scope.OWN, Stated.NONE));
        } else if (own != null) {
            facts(placement, Scope.OWN, sources);
        }
        if (scope != Scope.OWN && part.rest() != null) {
            rest(placement, part, part.rest());
        }
        if (scope != Scope.OWN && part.weighed() != null) {
            weighed.add(placement.unit());
            List<Source> entering = weighedFacts(placement);
            enter(entering);
            contributions.add(weighed(placement, part.weighed(), Stated.of(entering, part)));
        }
    }

    /** Fact by fact where these are all of it; of a difference nobody can say which of several facts it is of. */
    private void rest(Placement placement, Part part, Amount rest) {
        List<Source> stated = stated(placement, part);
        if (stated.size() > 1 && isSum(rest, stated)) {
            facts(placement, Scope.WHOLE, stated);
        } else {
            enter(stated);
            contributions.add(amount(placement, rest, Scope.WHOLE, Stated.of(stated, part)));
        }
    }

    private void facts(Placement placement, Scope scope, List<Source> sources) {
        enter(sources);
        sources.forEach(source -> contributions.add(fact(placement, scope, source)));
    }

    private void enter(List<Source> sources) {
        sources.forEach(source -> measurements.add(source.measurementId()));
    }

    private boolean isSum(Amount amount, List<Source> sources) {
        boolean count = item.definition().kind() == Kind.COUNT;
        return isSum(amount.n(), sources, count ? Source::value : Source::numerator)
                && (count || isSum(amount.d(), sources, Source::denominator));
    }

    private static boolean isSum(
            @Nullable BigDecimal amount, List<Source> sources, Function<Source, @Nullable BigDecimal> number) {
        return amount != null
                && sources.stream().allMatch(source -> number.apply(source) != null)
                && amount.compareTo(sum(sources, number)) == 0;
    }

    private static BigDecimal sum(List<Source> sources, Function<Source, @Nullable BigDecimal> number) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Source source : sources) {
            BigDecimal one = number.apply(source);
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }

    /** The fact of which a part is, where it is one, and what was taken off it. */
    private record Stated(@Nullable Source fact, @Nullable List<String> less) {
        static final Stated NONE = new Stated(null, null);

        static Stated of(List<Source> facts, Part part) {
            return new Stated(
                    facts.size() == 1 ? facts.getFirst() : null, part.below().isEmpty() ? null : part.below());
        }
    }

    private List<Source> sources(Placement placement, Scope scope) {
        return facts.getOrDefault(placement.unit(), List.of()).stream()
                .filter(source -> source.scope() == scope)
                .toList();
    }

    /** Of its stated whole where that is what it hands up; else of what it states of its children. */
    private List<Source> stated(Placement placement, Part part) {
        List<Source> whole = sources(placement, Scope.WHOLE);
        Amount up = part.of().up();
        BigDecimal sum = sum(whole, item.definition().kind() == Kind.COUNT ? Source::value : Source::numerator);
        boolean itsWhole = !whole.isEmpty() && up != null && up.n().compareTo(sum) == 0;
        return itsWhole ? whole : sources(placement, Scope.CHILDREN);
    }

    private List<Source> weighedFacts(Placement placement) {
        List<Source> whole = sources(placement, Scope.WHOLE);
        return whole.isEmpty()
                ? Stream.concat(sources(placement, Scope.OWN).stream(), sources(placement, Scope.CHILDREN).stream())
                        .toList()
                : whole;
    }

    private Contribution fact(Placement placement, Scope scope, Source source) {
        BigDecimal share = placement.share();
        boolean answer = item.definition().kind() == Kind.FLAG && source.denominator() == null;
        boolean count = item.definition().kind() == Kind.COUNT;
        BigDecimal n = answer ? source.value() : source.numerator();
        BigDecimal d = answer ? BigDecimal.ONE : source.denominator();
        return contribution(
                placement,
                scope,
                count ? null : times(n, share),
                count ? null : times(d, share),
                count ? times(source.value(), share) : null,
                null,
                source.marks(),
                new Stated(source, null));
    }

    private Contribution amount(Placement placement, Amount amount, Scope scope, Stated stated) {
        BigDecimal n = times(amount.n(), placement.share());
        boolean count = item.definition().kind() == Kind.COUNT;
        return contribution(
                placement,
                scope,
                count ? null : n,
                times(amount.d(), placement.share()),
                count ? n : null,
                null,
                amount.marks(),
                stated);
    }

    private Contribution weighed(Placement placement, Weighed weighed, Stated stated) {
        return contribution(
                placement,
                Scope.WHOLE,
                times(weighed.n(), placement.share()),
                null,
                null,
                times(weighed.w(), placement.share()),
                weighed.marks(),
                stated);
    }

    private Contribution contribution(
            Placement placement,
            Scope scope,
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            @Nullable BigDecimal v,
            @Nullable BigDecimal weight,
            int marks,
            Stated stated) {
        Source source = stated.fact();
        UnitAt unit = units.get(placement.unit());
        boolean divided = placement.how() == Placement.How.SHARE;
        return new Contribution(
                placement.unit(),
                unit == null ? placement.unit() : unit.name(),
                Level.of(placement.level()),
                scope,
                n,
                d,
                v,
                weight,
                Marks.of(marks),
                divided || weight != null
                        ? Basis.ESTIMATED
                        : source == null && scope == Scope.OWN ? Basis.COMPUTED : Basis.STATED,
                divided ? placement.share() : null,
                placement.place(),
                placement.how() == Placement.How.UNALLOCATED || scope == Scope.WHOLE && !placement.allocated()
                        ? Boolean.TRUE
                        : null,
                stated.less(),
                source == null || source.period().equals(item.period())
                        ? null
                        : source.period().toString(),
                source == null ? null : source.measurementId(),
                source == null ? null : source.revision(),
                source == null ? null : source.recordedAt());
    }

    private static @Nullable BigDecimal times(@Nullable BigDecimal number, BigDecimal share) {
        if (number == null || share.compareTo(BigDecimal.ONE) == 0) {
            return number;
        }
        BigDecimal product = number.multiply(share).stripTrailingZeros();
        return product.scale() < 0 ? product.setScale(0) : product;
    }
}
