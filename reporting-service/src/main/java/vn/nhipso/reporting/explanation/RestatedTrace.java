package vn.nhipso.reporting.explanation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition.Kind;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
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
    static List<Contribution> of(Connection connection, RollupItem item, Scope scope, List<Placed> all)
            throws SQLException {
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
        return trace.contributions;
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
            contributions.add(amount(placement, own, Scope.OWN, Stated.NONE));
        } else if (own != null) {
            sources.forEach(source -> contributions.add(fact(placement, source)));
        }
        if (scope != Scope.OWN && part.rest() != null) {
            contributions.add(amount(placement, part.rest(), Scope.WHOLE, stated(placement, part)));
        }
        if (scope != Scope.OWN && part.weighed() != null) {
            contributions.add(weighed(placement, part.weighed(), weighedFact(placement, part)));
        }
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
    private Stated stated(Placement placement, Part part) {
        List<Source> whole = sources(placement, Scope.WHOLE);
        Amount up = part.of().up();
        BigDecimal sum = whole.stream()
                .map(source -> item.definition().kind() == Kind.COUNT ? source.value() : source.numerator())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean itsWhole = !whole.isEmpty() && up != null && up.n().compareTo(sum) == 0;
        return Stated.of(itsWhole ? whole : sources(placement, Scope.CHILDREN), part);
    }

    private Stated weighedFact(Placement placement, Part part) {
        for (Scope scope : List.of(Scope.WHOLE, Scope.OWN, Scope.CHILDREN)) {
            List<Source> sources = sources(placement, scope);
            if (!sources.isEmpty()) {
                return Stated.of(sources, part);
            }
        }
        return Stated.NONE;
    }

    private Contribution fact(Placement placement, Source source) {
        BigDecimal share = placement.share();
        boolean answer = item.definition().kind() == Kind.FLAG && source.denominator() == null;
        boolean count = item.definition().kind() == Kind.COUNT;
        BigDecimal n = answer ? source.value() : source.numerator();
        BigDecimal d = answer ? BigDecimal.ONE : source.denominator();
        return contribution(
                placement,
                Scope.OWN,
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
                divided || weight != null ? Basis.ESTIMATED : Basis.STATED,
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
