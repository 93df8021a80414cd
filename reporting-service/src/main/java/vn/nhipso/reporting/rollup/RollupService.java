package vn.nhipso.reporting.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.registry.RegistrySql;

/** Answers what measurements add up to. */
@ApplicationScoped
class RollupService {

    /** Items of one answer; a province's communes with twenty indicators over a year are 34,560. */
    static final int MOST_ITEMS = 50_000;

    /** Rollups that are read at once: what the driver holds of them beside. */
    private static final int PORTION = 4_000;

    /** Which operation asked what, on which day. */
    private record Asked(String operation, RollupQuery query, PageQuery.Place place, LocalDate today) {}

    private final Answering answering;
    private final Clock clock;

    RollupService(Answering answering, Clock clock) {
        this.answering = answering;
        this.clock = clock;
    }

    Page<RollupView> rollups(RollupQuery query, PageQuery paging, List<String> minSequence) {
        LocalDate today = KnownMoments.today(query.asOf(), clock);
        Question<Page<RollupView>> question = new Question<>(
                new Asked("rollups", query, paging.place(), today),
                madeOf(query),
                query.asOf(),
                isSlow(query),
                connection -> rollups(connection, query, paging, today),
                page -> page.items().size());
        return answering.answer(
                question,
                minSequence,
                (page, watermark) ->
                        new Page<>(new MadeWhenRead<>(page.items(), rollup -> rollup.at(watermark)), page.next()));
    }

    private static Page<RollupView> rollups(Connection connection, RollupQuery query, PageQuery paging, LocalDate today)
            throws SQLException {
        RollupAnswers answers = new RollupAnswers(connection, today);
        Page<String> codes = codes(connection, answers, query, paging);
        Holding.addRollups(items(query, codes));
        List<RollupItem> items = inPortions(connection, answers, query, today, codes.items());
        List<RollupView> views = new MadeWhenRead<>(
                items,
                item -> RollupViews.of(
                        item,
                        query.scope(),
                        Objects.requireNonNullElse(query.validAt(), item.closes()),
                        query.asOf(),
                        today));
        return new Page<>(KeptAnswers.isKept(items.size()) ? List.copyOf(views) : views, codes.next());
    }

    /** What is restated is made of the same units for all, and read at once. */
    private static List<RollupItem> inPortions(
            Connection connection, RollupAnswers answers, RollupQuery query, LocalDate today, List<String> codes)
            throws SQLException {
        int pairs = query.indicators().size() * query.periods().size();
        int size = Math.max(1, PORTION / pairs);
        if (query.validAt() != null || codes.size() <= size) {
            return items(connection, answers, query, today, codes);
        }
        answers.requireBearable(query.indicators(), query.periods(), codes);
        List<RollupItem> items = new ArrayList<>(pairs * codes.size());
        for (int from = 0; from < codes.size(); from += size) {
            List<String> some = codes.subList(from, Math.min(from + size, codes.size()));
            items.addAll(items(connection, answers, query, today, some));
        }
        return items;
    }

    /** The register's figures are made of the people, too; and by what an indicator was weighed then only its own past knows. */
    private static @Nullable List<String> madeOf(RollupQuery query) {
        boolean others = query.asOf() != null || query.indicators().stream().anyMatch(RegistrySql.INDICATORS::contains);
        return others ? null : query.indicators();
    }

    private static boolean isSlow(RollupQuery query) {
        return query.asOf() != null || query.validAt() != null;
    }

    Page<FigureView> figures(RollupQuery query, PageQuery paging, List<String> minSequence) {
        LocalDate today = KnownMoments.today(query.asOf(), clock);
        Question<Page<FigureView>> question = new Question<>(
                new Asked("figures", query, paging.place(), today),
                madeOf(query),
                query.asOf(),
                isSlow(query),
                connection -> figures(connection, query, paging, today),
                page -> page.items().size());
        return answering.answer(question, minSequence, (page, watermark) -> page);
    }

    private static Page<FigureView> figures(Connection connection, RollupQuery query, PageQuery paging, LocalDate today)
            throws SQLException {
        RollupAnswers answers = RollupAnswers.figuresAlone(connection, today);
        Page<String> codes = codes(connection, answers, query, paging);
        Holding.add(items(query, codes));
        return new Page<>(new FigureAnswers(connection, answers, today, query).of(codes.items()), codes.next());
    }

    private static Page<String> codes(Connection connection, RollupAnswers answers, RollupQuery query, PageQuery paging)
            throws SQLException {
        String[] filters = {query.toString()};
        Page<String> codes = query.level() == null
                ? Page.of(List.copyOf(new LinkedHashSet<>(query.units())))
                : listed(connection, answers, query, query.level(), paging, filters);
        long items = items(query, codes);
        if (items > MOST_ITEMS) {
            throw new ProblemException(
                    ReportingProblem.TOO_MANY_ITEMS,
                    Text.of(
                            "Hỏi %d số liệu; mỗi lần nhiều nhất %d.",
                            "%d items are asked for; %d at most at once.", items, MOST_ITEMS));
        }
        return codes;
    }

    private static long items(RollupQuery query, Page<String> codes) {
        return (long) codes.items().size()
                * query.indicators().size()
                * query.periods().size();
    }

    /** Only a unit that the caller named is missed where nobody bears its code. */
    private static List<RollupItem> items(
            Connection connection, RollupAnswers answers, RollupQuery query, LocalDate today, List<String> codes)
            throws SQLException {
        if (query.validAt() != null) {
            return new RestatedAnswers(connection, today)
                    .of(query.indicators(), query.periods(), codes, query.validAt());
        }
        Level level = query.level();
        return level == null
                ? answers.of(query.indicators(), query.periods(), codes)
                : answers.ofListed(query.indicators(), query.periods(), codes, level.depth(), query.top());
    }

    private static Page<String> listed(
            Connection connection,
            RollupAnswers answers,
            RollupQuery query,
            Level level,
            PageQuery paging,
            String[] filters)
            throws SQLException {
        String within = query.top();
        Set<LocalDate> days =
                query.validAt() == null ? answers.closes(query.indicators(), query.periods()) : Set.of(query.validAt());
        UnitLookup units = new UnitLookup(connection);
        List<String> after = paging.after(filters);
        List<String> codes =
                units.below(within, level.depth(), days, after.isEmpty() ? "" : after.getFirst(), paging.size() + 1);
        if (codes.isEmpty()) {
            requireKnown(units, within, days);
        }
        return paging.page(codes, List::of, filters);
    }

    private static void requireKnown(UnitLookup units, String within, Set<LocalDate> days) throws SQLException {
        if (units.at(List.of(within), days).values().stream().allMatch(Map::isEmpty)) {
            String when = days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
            throw new ProblemException(
                    ReportingProblem.UNIT_NOT_FOUND,
                    Text.of(
                            "Không có đơn vị mang mã “%s” vào ngày %s.",
                            "No unit bears the code \"%s\" on %s.", within, when));
        }
    }
}
