package vn.nhipso.reporting.scoreboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.rollup.RollupView;
import vn.nhipso.reporting.rollup.RollupViews;

/**
 * A scoreboard as it was read, whoever is told of it.
 *
 * @param validAt the day on whose hierarchy
 */
record Board(
        UnitAt unit,
        Period period,
        LocalDate validAt,
        @Nullable Instant asOf,
        List<Line> lines) {

    /** @param rollup without a watermark */
    record Line(
            RollupView rollup,
            ScoreboardView.@Nullable TargetView target,
            TargetStatus status,
            ScoreboardView.@Nullable LastYear lastYear,
            ScoreboardView.@Nullable Rank rank) {

        private ScoreboardView.Item told(Watermark watermark) {
            return new ScoreboardView.Item(rollup.at(watermark), target, status, lastYear, rank);
        }
    }

    ScoreboardView told(Watermark watermark) {
        List<ScoreboardView.Item> items =
                lines.stream().map(line -> line.told(watermark)).toList();
        return new ScoreboardView(RollupViews.unit(unit), period.toString(), validAt, asOf, items, watermark);
    }
}
