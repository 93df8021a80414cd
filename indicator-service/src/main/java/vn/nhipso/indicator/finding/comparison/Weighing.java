package vn.nhipso.indicator.finding.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.check.WeightDiffers;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.finding.Checked;
import vn.nhipso.indicator.finding.Recorded;

/** All figures of a unit, year and scope that cite one weight, and those of the weight itself. */
final class Weighing {

    private final String weight;
    private final List<WeightDiffers.Cited> weights = new ArrayList<>();
    private final List<WeightDiffers.Cited> citations = new ArrayList<>();
    private final List<Citing> citing = new ArrayList<>();

    Weighing(String weight) {
        this.weight = weight;
    }

    /**
     * A figure whose denominator cites the weight.
     *
     * @param denominator as it was last stated; null where there is none
     */
    record Citing(
            String unit,
            String period,
            String indicator,
            Scope scope,
            @Nullable BigDecimal denominator) {

        Checked checked() {
            return new Checked(unit, period, indicator, scope, Oddity.Code.WEIGHT_DIFFERS);
        }
    }

    void weight(WeightDiffers.Cited published) {
        weights.add(published);
    }

    void citation(WeightDiffers.Cited published) {
        citations.add(published);
    }

    void citing(Citing figure) {
        citing.add(figure);
    }

    List<Citing> citing() {
        return citing;
    }

    /** What differs, each figure as it was last stated against what is published. */
    List<Recorded> odd() {
        WeightDiffers.Cited reference = WeightDiffers.reference(weights, citations);
        List<Recorded> odd = new ArrayList<>();
        for (Citing figure : citing) {
            BigDecimal denominator = figure.denominator();
            Oddity oddity = denominator == null || reference == null
                    ? null
                    : WeightDiffers.oddity(weight, denominator, reference);
            if (oddity != null) {
                odd.add(new Recorded(figure.unit(), figure.period(), figure.indicator(), figure.scope(), oddity));
            }
        }
        return odd;
    }
}
