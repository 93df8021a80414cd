package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.restatement.Amount;
import vn.nhipso.reporting.restatement.Restated;
import vn.nhipso.reporting.restatement.Tally;
import vn.nhipso.reporting.restatement.Weighed;
import vn.nhipso.reporting.rollup.RollupRow.Counted;
import vn.nhipso.reporting.rollup.RollupRow.Estimate;
import vn.nhipso.reporting.rollup.RollupRow.LevelSum;
import vn.nhipso.reporting.rollup.RollupRow.Part;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.rollup.RollupRow.Sum;

/** Turns what was added up for a unit of another day into a rollup as all others. */
record RestatedItem(
        Definition definition, Period period, LocalDate closes, UnitAt unit, boolean related, Restated restated) {

    /** As many as any rollup names. */
    private static final int MOST_MISSING = 20;

    RollupItem item() {
        RollupRow row = new RollupRow(
                definition.code(),
                period.toString(),
                unit.code(),
                unit.level(),
                own(),
                part(restated.children()),
                part(restated.whole()),
                restated.levels().stream().map(RestatedItem::level).toList());
        return new RollupItem(
                definition,
                period,
                closes,
                sized(),
                row,
                restated.missing().stream().limit(MOST_MISSING).toList(),
                distribution(),
                Map.of(),
                new Restating(null, related, basis(restated.own()), restated.unallocated(), restated.missing()));
    }

    /** With the units of the closing day that report, by level: they are what is expected. */
    private UnitAt sized() {
        return new UnitAt(
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.level(),
                unit.parent(),
                new UnitAt.Sizes(size(0), size(1), size(2)));
    }

    private int size(int level) {
        Tally tally = restated.levels().get(level);
        return tally.expected() + tally.coverage().notApplicable();
    }

    private Stated own() {
        Amount own = restated.own().amount();
        if (own == null) {
            return Stated.NOTHING;
        }
        int marks = RollupRow.marksOfSum(own.marks());
        return definition.kind() == Definition.Kind.COUNT
                ? new Stated(null, null, own.n(), marks, null, null, null, false)
                : new Stated(own.n(), own.d(), null, marks, null, null, null, false);
    }

    private Part part(Tally tally) {
        Amount amount = tally.amount();
        Weighed weighed = tally.weighed();
        return new Part(
                basis(tally),
                amount == null ? Sum.NOTHING : new Sum(amount.n(), amount.d(), RollupRow.marksOfSum(amount.marks())),
                Stated.NOTHING,
                new Counted(tally.coverage().reporting(), tally.coverage().counted(), tally.expected()),
                weighed == null
                        ? Estimate.NOTHING
                        : new Estimate(
                                weighed.n(), weighed.w(), RollupRow.marksOfSum(weighed.marks()), weighed.figures()));
    }

    private Basis basis(Tally tally) {
        if (definition.kind() == Definition.Kind.SHARE) {
            Weighed weighed = tally.weighed();
            return weighed != null && weighed.w().signum() > 0 ? Basis.ESTIMATED : Basis.NONE;
        }
        if (tally.amount() == null) {
            return Basis.NONE;
        }
        if (tally.estimated()) {
            return Basis.ESTIMATED;
        }
        return tally.complete() ? Basis.COMPUTED : Basis.PARTIAL;
    }

    private static LevelSum level(Tally tally) {
        Amount amount = tally.amount();
        return new LevelSum(
                amount == null ? null : amount.n(),
                amount == null ? null : amount.d(),
                amount == null ? 0 : amount.marks(),
                tally.coverage().reporting(),
                tally.coverage().counted(),
                tally.coverage().notApplicable());
    }

    private @Nullable Distribution distribution() {
        List<BigDecimal> figures = restated.stated();
        return definition.kind() != Definition.Kind.SHARE || figures.isEmpty() ? null : Distribution.of(figures);
    }
}
