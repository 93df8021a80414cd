package vn.nhipso.reporting.scoreboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;

/**
 * A scoreboard as it was read, whoever is told of it.
 *
 * @param validAt the day on whose hierarchy
 * @param today Vietnam's day, which decides what is due
 */
record Board(
        UnitAt unit, Period period, LocalDate validAt, @Nullable Instant asOf, LocalDate today, List<Line> lines) {

    /** @param validAt the day on whose hierarchy the rollup is read, where it is not its closing day */
    record Line(
            RollupItem item,
            @Nullable LocalDate validAt,
            ScoreboardView.@Nullable TargetView target,
            TargetStatus status,
            ScoreboardView.@Nullable LastYear lastYear,
            ScoreboardView.@Nullable Rank rank) {}

    ScoreboardView told(Watermark watermark) {
        List<ScoreboardView.Item> items =
                lines.stream().map(line -> told(line, watermark)).toList();
        return new ScoreboardView(RollupViews.unit(unit), period.toString(), validAt, asOf, items, watermark);
    }

    private ScoreboardView.Item told(Line line, Watermark watermark) {
        LocalDate on = line.validAt() == null ? line.item().closes() : line.validAt();
        return new ScoreboardView.Item(
                RollupViews.of(line.item(), Scope.WHOLE, on, asOf, today, watermark),
                line.target(),
                line.status(),
                line.lastYear(),
                line.rank());
    }
}
