package vn.nhipso.reporting.scoreboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.catalogue.Targets;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.registry.RegistrySql;
import vn.nhipso.reporting.rollup.Answering;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Figure;
import vn.nhipso.reporting.rollup.Question;
import vn.nhipso.reporting.rollup.RollupAnswers;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.sql.SqlText;

/** Puts together what a portal page says about a unit: rollups, targets and status, last year, rank. */
@ApplicationScoped
public class ScoreboardService {

    private static final String CANDIDATES =
            SqlText.of(ScoreboardService.class, "candidates.sql").text();
    private static final String KNOWN =
            SqlText.of(ScoreboardService.class, "known-candidates.sql").text();
    private static final String ALL = "SELECT DISTINCT code FROM definition";
    private static final String SAME_UNIT = """
            SELECT EXISTS (SELECT FROM unit_life WHERE unit = ? AND valid_from <= ? AND valid_to > ?)""";
    private static final List<String> PILLARS = List.of("GOVERNMENT", "ECONOMY", "SOCIETY", "FOUNDATION");

    static final Comparator<RollupItem> BY_PILLAR = Comparator.<RollupItem>comparingInt(
                    item -> PILLARS.indexOf(item.definition().pillar()))
            .thenComparing(item -> item.definition().code());

    private final Answering answering;
    private final Clock clock;

    ScoreboardService(Answering answering, Clock clock) {
        this.answering = answering;
        this.clock = clock;
    }

    /** @param validAt the day on whose hierarchy, where it is not the last of the period */
    ScoreboardView of(
            String unit,
            Period period,
            @Nullable LocalDate validAt,
            boolean all,
            @Nullable Instant asOf,
            List<String> minSequence) {
        LocalDate today = KnownMoments.today(asOf, clock);
        Question<Board> question = new Question<>(
                new Asked(unit, period, validAt, all, asOf, today),
                null,
                asOf,
                asOf != null || validAt != null,
                connection -> validAt == null
                        ? of(connection, unit, period, all, asOf, today)
                        : new RestatedScoreboard(connection, validAt, today, asOf)
                                .of(unit, period, all, indicators(connection, unit, period, true)),
                board -> board.lines().size());
        return answering.answer(question, minSequence, Board::told);
    }

    private record Asked(
            String unit,
            Period period,
            @Nullable LocalDate validAt,
            boolean all,
            @Nullable Instant asOf,
            LocalDate today) {}

    private static Board of(
            Connection connection, String code, Period period, boolean all, @Nullable Instant asOf, LocalDate today)
            throws SQLException {
        LocalDate day = period.end();
        UnitLookup units = new UnitLookup(connection);
        UnitAt unit = units.at(List.of(code), day).get(code);
        if (unit == null) {
            throw new ProblemException(
                    ReportingProblem.UNIT_NOT_FOUND,
                    Text.of(
                            "Không có đơn vị mang mã “%s” vào ngày %s.",
                            "No unit bears the code \"%s\" on %s.", code, day));
        }
        RollupAnswers answers = new RollupAnswers(connection, today);
        // Kept rollups are of now: of an earlier moment it is the periods reported that say which are worth making.
        List<String> indicators = all || asOf == null
                ? indicators(connection, code, period, all)
                : knownIndicators(connection, code, period);
        List<RollupItem> known = answers.ofLiving(indicators, List.of(period), List.of(code));
        Map<String, Target> targets = targets(connection, code, period, known);
        List<RollupItem> items = known.stream()
                .filter(item -> all
                        || says(item)
                        || targets.containsKey(item.definition().code()))
                .sorted(BY_PILLAR)
                .toList();
        Map<String, RollupItem> lastYear = lastYear(connection, answers, code, period, items);
        Map<String, List<RollupItem>> siblings = siblings(answers, units, code, period, items, asOf != null);
        List<Board.Line> lines = items.stream()
                .map(item -> {
                    String indicator = item.definition().code();
                    return new Board.Line(
                            RollupViews.of(item, Scope.WHOLE, item.closes(), asOf, today),
                            target(targets.get(indicator), code),
                            TargetStatus.of(
                                    item.definition(), period, item.chosen(Scope.WHOLE), targets.get(indicator)),
                            lastYear(item, lastYear.get(indicator)),
                            rank(item, siblings.getOrDefault(indicator, List.of())));
                })
                .toList();
        return new Board(unit, period, day, asOf, lines);
    }

    /** Whether there is any figure or statement of this unit. */
    static boolean says(RollupItem item) {
        return item.row().whole().basis() != Basis.NONE
                || item.row().children().basis() != Basis.NONE
                || item.row().own().given()
                || item.row().own().absence() != null
                || item.row().whole().stated().given()
                || item.row().whole().stated().absence() != null
                || item.row().children().stated().given()
                || item.row().children().stated().absence() != null
                || !item.words().isEmpty();
    }

    private static List<String> indicators(Connection connection, String unit, Period period, boolean all)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                all
                        ? ALL
                        : "SELECT code FROM (SELECT DISTINCT code FROM definition) d WHERE code IN (" + CANDIDATES
                                + ")")) {
            if (!all) {
                Object[] parameters = {
                    unit,
                    period.start(),
                    period.end(),
                    unit,
                    period.toString(),
                    closingDays(connection, period),
                    unit,
                    period.start(),
                    period.end()
                };
                for (int parameter = 0; parameter < parameters.length; parameter++) {
                    select.setObject(parameter + 1, parameters[parameter]);
                }
                select.setArray(
                        parameters.length + 1, connection.createArrayOf("text", RegistrySql.INDICATORS.toArray()));
            }
            return codes(select);
        }
    }

    private static List<String> codes(PreparedStatement select) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return codes;
    }

    private static List<String> knownIndicators(Connection connection, String unit, Period period) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, period.start());
            select.setObject(2, period.end());
            select.setArray(3, closingDays(connection, period));
            select.setString(4, unit);
            select.setObject(5, period.start());
            select.setObject(6, period.end());
            select.setArray(7, connection.createArrayOf("text", RegistrySql.INDICATORS.toArray()));
            return codes(select);
        }
    }

    /** The last days that the period has, one a calendar. */
    private static Array closingDays(Connection connection, Period period) throws SQLException {
        return connection.createArrayOf(
                "date",
                Arrays.stream(ReportingCalendar.values())
                        .map(calendar -> calendar.closingDay(period))
                        .distinct()
                        .toArray());
    }

    /** The targets that hold on the day on which each item is read. */
    private static Map<String, Target> targets(
            Connection connection, String unit, Period period, List<RollupItem> items) throws SQLException {
        Map<LocalDate, Map<String, Target>> byDay = new HashMap<>();
        Map<String, Target> targets = new HashMap<>();
        for (RollupItem item : items) {
            Map<String, Target> then = byDay.get(item.closes());
            if (then == null) {
                then = Targets.of(connection, unit, period, item.closes());
                byDay.put(item.closes(), then);
            }
            Target target = then.get(item.definition().code());
            if (target != null) {
                targets.put(target.indicator(), target);
            }
        }
        return targets;
    }

    /** Only where the code meant the same unit then. */
    private static Map<String, RollupItem> lastYear(
            Connection connection, RollupAnswers answers, String unit, Period period, List<RollupItem> items)
            throws SQLException {
        Map<String, RollupItem> lastYear = new HashMap<>();
        for (Map.Entry<LocalDate, List<RollupItem>> day : byDay(items).entrySet()) {
            Map<LocalDate, List<RollupItem>> before =
                    byDay(answers.figures(codes(day.getValue()), period.samePeriodLastYear(), List.of(unit)));
            for (Map.Entry<LocalDate, List<RollupItem>> then : before.entrySet()) {
                if (sameUnit(connection, unit, then.getKey(), day.getKey())) {
                    then.getValue().stream()
                            .filter(item -> item.row().whole().basis() != Basis.NONE)
                            .forEach(item -> lastYear.put(item.definition().code(), item));
                }
            }
        }
        return lastYear;
    }

    private static Map<LocalDate, List<RollupItem>> byDay(List<RollupItem> items) {
        return items.stream().collect(Collectors.groupingBy(RollupItem::closes));
    }

    private static boolean sameUnit(Connection connection, String unit, LocalDate one, LocalDate other)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SAME_UNIT)) {
            select.setString(1, unit);
            select.setObject(2, one);
            select.setObject(3, other);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Those of its level under the same parent on the day on which each item is read; none of an item whose peers are too much for a page. */
    private static Map<String, List<RollupItem>> siblings(
            RollupAnswers answers, UnitLookup units, String unit, Period period, List<RollupItem> items, boolean asOf)
            throws SQLException {
        Map<String, List<RollupItem>> siblings = new HashMap<>();
        List<RollupItem> ranked =
                items.stream().filter(ScoreboardService::ranks).toList();
        for (Map.Entry<LocalDate, List<RollupItem>> day : byDay(ranked).entrySet()) {
            List<String> beside = units.siblings(unit, day.getKey());
            // What is not kept of the peers of a province has to be made from all communes of the country.
            List<String> indicators = answers.bearable(codes(day.getValue()), period, beside, asOf);
            if (!beside.isEmpty() && !indicators.isEmpty()) {
                siblings.putAll(answers.figures(indicators, period, beside).stream()
                        .filter(ScoreboardService::ranks)
                        .collect(Collectors.groupingBy(item -> item.definition().code())));
            }
        }
        return siblings;
    }

    /** A number that can be held against others: part of a count cannot. */
    static boolean ranks(RollupItem item) {
        boolean partOfCount =
                item.definition().kind() == Definition.Kind.COUNT && item.basis(Scope.WHOLE) == Basis.PARTIAL;
        return !partOfCount && item.chosen(Scope.WHOLE).comparable();
    }

    static ScoreboardView.@Nullable Rank rank(RollupItem item, List<RollupItem> siblings) {
        if (!ranks(item) || siblings.isEmpty()) {
            return null;
        }
        int better = item.definition().up() ? 1 : -1;
        Figure own = item.chosen(Scope.WHOLE);
        long before = siblings.stream()
                .filter(sibling -> sibling.chosen(Scope.WHOLE).compareTo(own) * better > 0)
                .count();
        return new ScoreboardView.Rank((int) before + 1, siblings.size());
    }

    static ScoreboardView.@Nullable LastYear lastYear(RollupItem item, @Nullable RollupItem before) {
        if (before == null) {
            return null;
        }
        Figure then = before.chosen(Scope.WHOLE);
        boolean points = item.definition().inPercent();
        BigDecimal difference = item.chosen(Scope.WHOLE).minus(then);
        return new ScoreboardView.LastYear(
                before.period().toString(),
                before.basis(Scope.WHOLE),
                then.numerator(),
                then.denominator(),
                then.percent(),
                points ? null : then.value(),
                points ? difference : null,
                points ? null : difference);
    }

    static ScoreboardView.@Nullable TargetView target(@Nullable Target target, String unit) {
        return target == null
                ? null
                : new ScoreboardView.TargetView(
                        target.id(),
                        target.period().toString(),
                        target.comparator().sign(),
                        target.value(),
                        Marks.of(target.marks()),
                        target.document(),
                        target.assignedBy(),
                        target.unit().equals(unit) ? null : target.unit());
    }

    private static List<String> codes(List<RollupItem> items) {
        return items.stream().map(item -> item.definition().code()).toList();
    }
}
