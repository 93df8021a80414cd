package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.restatement.Amount;
import vn.nhipso.reporting.restatement.Restated;
import vn.nhipso.reporting.rollup.RollupRow.LevelSum;
import vn.nhipso.reporting.rollup.RollupRow.Stated;

/** Turns rollups into answers; nothing is computed here but what can be seen from one row. */
public final class RollupViews {

    private RollupViews() {}

    /**
     * Without a watermark, see {@link RollupView#at}.
     *
     * @param asOf the moment of knowledge that was asked for
     * @param today Vietnam's day then, which decides what is due
     */
    public static RollupView of(
            RollupItem item, Scope scope, LocalDate validAt, @Nullable Instant asOf, LocalDate today) {
        Definition definition = item.definition();
        RollupRow row = item.row();
        Figure chosen = item.chosen(scope);
        Basis basis = item.basis(scope);
        RollupRow.Part part = scope == Scope.CHILDREN ? row.children() : row.whole();
        boolean sides = scope != Scope.OWN;
        return new RollupView(
                definition.code(),
                definition.names(),
                unit(item.unit()),
                item.period().toString(),
                validAt,
                asOf,
                definition.kind(),
                definition.unitOfMeasure(),
                scope,
                basis,
                basis == Basis.NONE ? absence(item, scope, today) : null,
                chosen.numerator(),
                chosen.denominator(),
                chosen.percent(),
                definition.inPercent() ? null : chosen.value(),
                basis == Basis.STATED ? text(chosen.value()) : null,
                Marks.of(chosen.marks()),
                Display.of(definition, chosen),
                sides ? computed(item, part) : null,
                sides ? stated(item, scope, part) : null,
                own(item),
                children(item),
                levels(item),
                item.distribution(),
                coverage(part.coverage(), missing(item, scope)),
                unallocated(item),
                null);
    }

    /** A unit as answers name it. */
    public static RollupView.UnitRef unit(UnitAt unit) {
        return new RollupView.UnitRef(unit.code(), unit.name(), unit.fullName(), Level.of(unit.level()), unit.parent());
    }

    private static List<String> missing(RollupItem item, Scope scope) {
        return scope == Scope.CHILDREN
                ? item.missing().stream()
                        .filter(code -> !code.equals(item.unit().code()))
                        .toList()
                : item.missing();
    }

    static String absence(RollupItem item, Scope scope, LocalDate today) {
        RollupRow row = item.row();
        Stated stated =
                switch (scope) {
                    case OWN -> row.own();
                    case CHILDREN -> row.children().stated();
                    case WHOLE -> row.whole().stated();
                };
        if (stated.absence() != null) {
            return stated.absence();
        }
        RollupRow.Part part = scope == Scope.CHILDREN ? row.children() : row.whole();
        boolean expected = scope == Scope.OWN
                ? item.definition().expects(row.level())
                : part.coverage().expected() > 0;
        if (!expected) {
            boolean excused = row.byLevel().stream().anyMatch(level -> level.notApplicable() > 0);
            return excused ? "NOT_APPLICABLE" : reportsHere(item) ? "UNALLOCATED" : "NOT_EXPECTED";
        }
        return item.closes().isBefore(today) ? "MISSING" : "NOT_DUE";
    }

    /** Whether there are levels at or below the unit that report: if none of them is here, they are divided or lost. */
    private static boolean reportsHere(RollupItem item) {
        Restating restating = item.restating();
        return restating != null
                && restating.summed()
                && restating.related()
                && item.row().level() <= item.definition().lowest();
    }

    private static boolean isSummed(RollupItem item) {
        Restating restating = item.restating();
        return restating != null && restating.summed();
    }

    private static RollupView.@Nullable Side computed(RollupItem item, RollupRow.Part part) {
        Figure figure = item.computed(part);
        boolean nothing = figure.numerator() == null && figure.value() == null && figure.percent() == null;
        boolean weighed = item.definition().kind() == Definition.Kind.SHARE;
        return nothing
                ? null
                : side(
                        item,
                        figure,
                        Stated.NOTHING,
                        new Beside(weighed ? part.estimate().units() : null, null, null, null));
    }

    /** What stands beside the figure of a side. */
    private record Beside(
            @Nullable Integer weighed,
            @Nullable BigDecimal difference,
            RollupView.@Nullable Derived derived,
            @Nullable SourceWords words) {}

    private static RollupView.@Nullable Side stated(RollupItem item, Scope scope, RollupRow.Part part) {
        Stated stated = part.stated();
        SourceWords words = item.words().get(scope);
        if (words == null
                && scope == Scope.WHOLE
                && item.row().level() == item.definition().lowest()) {
            words = item.words().get(Scope.OWN);
        }
        if (!stated.given() && stated.absence() == null && words == null) {
            return null;
        }
        Figure figure = item.stated(scope);
        // Some months of the one are not to be held against all of the other.
        BigDecimal difference = stated.there() == null ? figure.minus(item.computed(part)) : null;
        return side(item, figure, stated, new Beside(null, difference, RollupView.Derived.of(item, scope), words));
    }

    private static RollupView.Side side(RollupItem item, Figure figure, Stated stated, Beside beside) {
        boolean points = item.definition().inPercent();
        return new RollupView.Side(
                figure.numerator(),
                figure.denominator(),
                figure.percent(),
                figure.value(),
                text(figure.value()),
                Marks.of(figure.marks()),
                stated.absence(),
                stated.from(),
                RollupView.MonthsThere.of(item.period(), stated),
                stated.carried() ? true : null,
                beside.weighed(),
                points ? beside.difference() : null,
                points ? null : beside.difference(),
                beside.derived(),
                beside.words());
    }

    private static RollupView.Own own(RollupItem item) {
        Stated stated = item.row().own();
        Figure figure = item.stated(Scope.OWN);
        return new RollupView.Own(
                item.basis(Scope.OWN),
                figure.numerator(),
                figure.denominator(),
                figure.percent(),
                figure.value(),
                text(figure.value()),
                Marks.of(figure.marks()),
                stated.absence(),
                stated.from(),
                RollupView.MonthsThere.of(item.period(), stated),
                stated.carried() ? true : null,
                RollupView.Derived.of(item, Scope.OWN),
                item.words().get(Scope.OWN));
    }

    private static RollupView.Part children(RollupItem item) {
        RollupRow.Part part = item.row().children();
        Figure figure = item.chosen(Scope.CHILDREN);
        return new RollupView.Part(
                part.basis(),
                figure.numerator(),
                figure.denominator(),
                figure.percent(),
                item.definition().inPercent() ? null : figure.value(),
                part.basis() == Basis.STATED ? text(figure.value()) : null,
                Marks.of(figure.marks()),
                computed(item, part),
                stated(item, Scope.CHILDREN, part),
                coverage(part.coverage(), missing(item, Scope.CHILDREN)));
    }

    private static List<RollupView.LevelPart> levels(RollupItem item) {
        List<RollupView.LevelPart> levels = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            LevelSum sum = item.row().byLevel().get(level - 1);
            // The figures of a district that ended may stand at a commune.
            boolean above = level < item.unit().level() && (!isSummed(item) || sum.n() == null);
            if (item.definition().expects(level) && !above) {
                int expected = item.unit().sizes().of(1 << level) - sum.notApplicable();
                Figure figure = Figure.computed(
                        item.definition(), new RollupRow.Sum(sum.n(), sum.d(), RollupRow.marksOfSum(sum.marks())));
                levels.add(new RollupView.LevelPart(
                        Level.of(level),
                        figure.numerator(),
                        figure.denominator(),
                        figure.percent(),
                        figure.value(),
                        Marks.of(figure.marks()),
                        new RollupView.Coverage(sum.reporting(), sum.counted(), expected, null)));
            }
        }
        return levels;
    }

    private static RollupView.@Nullable Unallocated unallocated(RollupItem item) {
        Restating restating = item.restating();
        Restated.Unallocated there = restating == null ? null : restating.unallocated();
        if (there == null) {
            return null;
        }
        Amount amount = there.amount();
        Figure figure = amount == null
                ? Figure.NONE
                : Figure.computed(item.definition(), new RollupRow.Sum(amount.n(), amount.d(), amount.marks()));
        BigDecimal d = figure.denominator();
        boolean plain = d == null || d.signum() > 0;
        return new RollupView.Unallocated(
                figure.numerator(), d, plain ? figure.percent() : null, figure.value(), there.units(), there.from());
    }

    private static RollupView.Coverage coverage(RollupRow.Counted counted, List<String> missing) {
        return new RollupView.Coverage(counted.reporting(), counted.counted(), counted.expected(), missing);
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
