package vn.nhipso.reporting.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.Answering;
import vn.nhipso.reporting.rollup.Holding;
import vn.nhipso.reporting.rollup.RestatedAnswers;
import vn.nhipso.reporting.rollup.RollupAnswers;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupView;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.series.SeriesBreaks.Step;

/** Puts figures of many periods in a row and says where they break. */
@ApplicationScoped
class SeriesService {

    private final Answering answering;
    private final Clock clock;

    SeriesService(Answering answering, Clock clock) {
        this.answering = answering;
        this.clock = clock;
    }

    /** Fails with TOO_MANY_ITEMS, INDICATOR_NOT_FOUND, and UNIT_NOT_FOUND for a code that nobody bears at any of the points. */
    SeriesView of(SeriesQuery query, List<String> minSequence) {
        long points = (long) query.indicators().size()
                * query.units().size()
                * query.periods().size();
        if (points > SeriesPeriods.MOST_POINTS) {
            throw SeriesPeriods.tooMany(points);
        }
        return answering.read(minSequence, query.asOf(), (connection, watermark) -> {
            Holding.addRollups(points);
            return of(connection, watermark, query);
        });
    }

    private SeriesView of(Connection connection, Watermark watermark, SeriesQuery query) throws SQLException {
        LocalDate today = KnownMoments.today(query.asOf(), clock);
        Map<String, Map<String, List<RollupItem>>> series = new LinkedHashMap<>();
        query.units().forEach(unit -> series.put(unit, new LinkedHashMap<>()));
        for (RollupItem item : items(connection, query, today)) {
            series.computeIfAbsent(item.unit().code(), unit -> new LinkedHashMap<>())
                    .computeIfAbsent(item.definition().code(), code -> new ArrayList<>())
                    .add(item);
        }
        Map<Step, SeriesBreak> breaks = query.validAt() == null ? SeriesBreaks.of(connection, steps(series)) : Map.of();
        List<SeriesView.Item> items = new ArrayList<>();
        series.forEach((unit, byIndicator) -> {
            refuseUnknown(unit, byIndicator);
            byIndicator.values().forEach(row -> items.add(item(row, query, today, breaks)));
        });
        return new SeriesView(items, query.scope(), query.validAt(), query.asOf(), watermark);
    }

    /** Restated points are all of the same units: what is left to break them is the definition. */
    private static List<RollupItem> items(Connection connection, SeriesQuery query, LocalDate today)
            throws SQLException {
        return query.validAt() == null
                ? RollupAnswers.figuresAlone(connection, today)
                        .ofLiving(query.indicators(), query.periods(), query.units())
                : new RestatedAnswers(connection, today)
                        .of(query.indicators(), query.periods(), query.units(), query.validAt());
    }

    private static void refuseUnknown(String unit, Map<String, List<RollupItem>> points) {
        if (points.isEmpty()) {
            throw new ProblemException(
                    ReportingProblem.UNIT_NOT_FOUND,
                    Text.of(
                            "Không có đơn vị mang mã “%s” vào ngày chốt của kỳ nào trong chuỗi.",
                            "No unit bears the code \"%s\" on the closing day of any period of the series.", unit));
        }
    }

    private static Set<Step> steps(Map<String, Map<String, List<RollupItem>>> series) {
        Set<Step> steps = new HashSet<>();
        series.values().forEach(byIndicator -> byIndicator.values().forEach(row -> {
            for (int point = 1; point < row.size(); point++) {
                steps.add(step(row, point));
            }
        }));
        return steps;
    }

    private static Step step(List<RollupItem> row, int point) {
        RollupItem item = row.get(point);
        return new Step(item.unit().code(), row.get(point - 1).closes(), item.closes());
    }

    private static SeriesView.Item item(
            List<RollupItem> row, SeriesQuery query, LocalDate today, Map<Step, SeriesBreak> breaks) {
        RollupItem last = row.getLast();
        RollupView.UnitRef unit = RollupViews.unit(last.unit());
        List<SeriesView.Point> points = new ArrayList<>();
        for (int point = 0; point < row.size(); point++) {
            SeriesBreak broken = point == 0 ? null : broken(row, point, breaks);
            LocalDate validAt =
                    Objects.requireNonNullElse(query.validAt(), row.get(point).closes());
            points.add(
                    point(RollupViews.of(row.get(point), query.scope(), validAt, query.asOf(), today), unit, broken));
        }
        return new SeriesView.Item(
                unit,
                last.definition().code(),
                last.definition().names(),
                last.definition().kind(),
                last.definition().unitOfMeasure(),
                points);
    }

    private static @Nullable SeriesBreak broken(List<RollupItem> row, int point, Map<Step, SeriesBreak> breaks) {
        SeriesBreak found = breaks.get(step(row, point));
        if (found != null) {
            return found;
        }
        int before = row.get(point - 1).definition().version();
        int now = row.get(point).definition().version();
        return before == now
                ? null
                : new SeriesBreak(SeriesBreak.Reason.DEFINITION, null, new SeriesBreak.Versions(before, now));
    }

    private static SeriesView.Point point(RollupView rollup, RollupView.UnitRef last, @Nullable SeriesBreak broken) {
        RollupView.Coverage coverage =
                rollup.scope() == Scope.CHILDREN ? rollup.children().coverage() : rollup.coverage();
        return new SeriesView.Point(
                rollup.period(),
                rollup.validAt(),
                rollup.unit().equals(last) ? null : rollup.unit(),
                rollup.basis(),
                rollup.absence(),
                rollup.numerator(),
                rollup.denominator(),
                rollup.percent(),
                rollup.value(),
                rollup.qualifiers(),
                rollup.display(),
                new RollupView.Coverage(coverage.reporting(), coverage.counted(), coverage.expected(), null),
                rollup.unallocated(),
                broken);
    }
}
