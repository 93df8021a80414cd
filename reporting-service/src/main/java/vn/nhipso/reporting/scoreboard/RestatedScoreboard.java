package vn.nhipso.reporting.scoreboard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.catalogue.Targets;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.RestatedAnswers;
import vn.nhipso.reporting.rollup.Restating;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;

/**
 * A scoreboard on the hierarchy of another day: the unit, last year and its peers are all of that day. Targets are those of the unit of the closing day
 * that holds the same people: nobody set one for what others make up together.
 */
final class RestatedScoreboard {

    /** The peers of a province are the country: too much to make for a page. */
    private static final int RANKED_FROM = 2;

    private final Connection connection;
    private final LocalDate day;
    private final LocalDate today;
    private final @Nullable Instant asOf;
    private final Map<Key, Map<String, Target>> known = new HashMap<>();

    private record Key(String unit, LocalDate closes) {}

    RestatedScoreboard(Connection connection, LocalDate day, LocalDate today, @Nullable Instant asOf) {
        this.connection = connection;
        this.day = day;
        this.today = today;
        this.asOf = asOf;
    }

    Board of(String code, Period period, boolean all, List<String> indicators) throws SQLException {
        UnitLookup units = new UnitLookup(connection);
        UnitAt unit = Optional.ofNullable(units.at(List.of(code), day).get(code))
                .orElseThrow(() -> new ProblemException(
                        ReportingProblem.UNIT_NOT_FOUND,
                        Text.of(
                                "Không có đơn vị mang mã “%s” vào ngày %s.",
                                "No unit bears the code \"%s\" on %s.", code, day)));
        RestatedAnswers answers = new RestatedAnswers(connection, today);
        Map<String, Target> targets = new HashMap<>();
        List<RollupItem> known = answers.of(indicators, List.of(period), List.of(code), day);
        for (RollupItem item : known) {
            target(item, period).ifPresent(target -> targets.put(target.indicator(), target));
        }
        List<RollupItem> items = known.stream()
                .filter(item -> all
                        || ScoreboardService.says(item)
                        || targets.containsKey(item.definition().code()))
                .sorted(ScoreboardService.BY_PILLAR)
                .toList();
        Map<String, RollupItem> lastYear =
                answers.of(codes(items), List.of(period.samePeriodLastYear()), List.of(code), day).stream()
                        .filter(item -> item.basis(Scope.WHOLE) != Basis.NONE)
                        .collect(Collectors.toMap(item -> item.definition().code(), Function.identity()));
        Map<String, List<RollupItem>> peers = peers(answers, units, unit, period, items);
        List<Board.Line> lines = items.stream()
                .map(item -> line(item, period, targets.get(item.definition().code()), lastYear, peers))
                .toList();
        return new Board(unit, period, day, asOf, lines);
    }

    private Board.Line line(
            RollupItem item,
            Period period,
            @Nullable Target target,
            Map<String, RollupItem> lastYear,
            Map<String, List<RollupItem>> peers) {
        String indicator = item.definition().code();
        return new Board.Line(
                RollupViews.of(item, Scope.WHOLE, day, asOf, today),
                ScoreboardService.target(target, same(item).orElse("")),
                TargetStatus.of(item.definition(), period, item.chosen(Scope.WHOLE), target),
                ScoreboardService.lastYear(item, lastYear.get(indicator)),
                ScoreboardService.rank(item, peers.getOrDefault(indicator, List.of())));
    }

    private Optional<Target> target(RollupItem item, Period period) throws SQLException {
        Optional<String> same = same(item);
        return same.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(targets(same.get(), period, item.closes())
                        .get(item.definition().code()));
    }

    private Map<String, Target> targets(String unit, Period period, LocalDate closes) throws SQLException {
        Key key = new Key(unit, closes);
        Map<String, Target> targets = known.get(key);
        if (targets == null) {
            targets = Targets.of(connection, unit, period, closes);
            known.put(key, targets);
        }
        return targets;
    }

    /** The code of the unit on the closing day, where it held the same people. */
    private static Optional<String> same(RollupItem item) {
        Restating restating = item.restating();
        return restating == null ? Optional.of(item.unit().code()) : Optional.ofNullable(restating.same());
    }

    private Map<String, List<RollupItem>> peers(
            RestatedAnswers answers, UnitLookup units, UnitAt unit, Period period, List<RollupItem> items)
            throws SQLException {
        List<RollupItem> ranked =
                items.stream().filter(ScoreboardService::ranks).toList();
        if (unit.level() < RANKED_FROM || ranked.isEmpty()) {
            return Map.of();
        }
        return answers.of(codes(ranked), List.of(period), units.siblings(unit.code(), day), day).stream()
                .filter(ScoreboardService::ranks)
                .collect(Collectors.groupingBy(item -> item.definition().code()));
    }

    private static List<String> codes(List<RollupItem> items) {
        return items.stream().map(item -> item.definition().code()).toList();
    }
}
