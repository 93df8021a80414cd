package vn.nhipso.reporting.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.sql.Pipeline;

/** Answers what measurements add up to. */
@ApplicationScoped
public class RollupService {

    /** Items of one answer; a province's communes with twenty indicators over a year are 34,560. */
    static final int MOST_ITEMS = 50_000;

    /** Rollups that are read at once: what the driver holds of them beside. */
    private static final int PORTION = 4_000;

    /**
     * Of this transaction alone: the connection goes back into the pool as it was. The lock comes before the state: a rebuild that swaps the rollups
     * waits for who reads, and nobody finds in the new ones the state of before. Statements are planned once a connection: left to itself PostgreSQL
     * plans those with arrays each time anew, which takes longer than to carry them out.
     */
    private static final String ONE_STATE = Pipeline.of(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            "SET LOCAL statement_timeout = '30s'",
            "SET LOCAL plan_cache_mode = force_generic_plan",
            "LOCK TABLE rollup IN ACCESS SHARE MODE",
            Watermarks.REACHED);

    /** Of a statement that was cancelled because it took longer. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;
    private final Watermarks watermarks;
    private final KnownMoments moments;
    private final Clock clock;
    private final Room room;
    private final AnswerRoom answer;

    RollupService(
            DataSource dataSource,
            Watermarks watermarks,
            KnownMoments moments,
            Clock clock,
            Room room,
            AnswerRoom answer) {
        this.dataSource = dataSource;
        this.watermarks = watermarks;
        this.moments = moments;
        this.clock = clock;
        this.room = room;
        this.answer = answer;
    }

    /** Something that is read from one state of the database. */
    public interface Reading<T> {
        T from(Connection connection, Watermark watermark) throws SQLException;
    }

    /** Reads with everything that the tokens name applied; the watermark is that of the very state that is read. */
    public <T> T read(List<String> minSequence, Reading<T> reading) {
        return read(minSequence, null, reading);
    }

    /** As {@link #read(List, Reading)}, but what was known at a moment: every table that is named without its schema shows that. */
    public <T> T read(List<String> minSequence, @Nullable Instant asOf, Reading<T> reading) {
        watermarks.await(minSequence);
        if (asOf != null) {
            moments.await(asOf);
        }
        return room.answer(() -> readOnce(asOf, reading), answer::keep);
    }

    private <T> T readOnce(@Nullable Instant asOf, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Watermark watermark = begin(connection);
                return reading.from(asOf == null ? connection : KnownMoments.enter(connection, asOf), watermark);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw CANCELLED.equals(failed.getSQLState())
                    ? tookTooLong()
                    : new IllegalStateException("rollups not read", failed);
        }
    }

    private Watermark begin(Connection connection) throws SQLException {
        try (Pipeline begin = new Pipeline(connection, ONE_STATE)) {
            return watermarks.read(begin.next());
        }
    }

    private static ProblemException tookTooLong() {
        return new ProblemException(
                        ReportingProblem.TOOK_TOO_LONG,
                        Text.of(
                                "Câu hỏi cần hơn 30 giây; hãy hỏi ít chỉ tiêu, kỳ hoặc đơn vị hơn, hoặc thử lại khi máy chủ đỡ bận.",
                                "The question takes more than 30 seconds; ask for fewer indicators, periods or units, or try again when the server is"
                                        + " less busy."))
                .withRetryAfter(10);
    }

    Page<RollupView> rollups(RollupQuery query, PageQuery paging, List<String> minSequence) {
        return read(
                minSequence, query.asOf(), (connection, watermark) -> rollups(connection, query, paging, watermark));
    }

    private Page<RollupView> rollups(Connection connection, RollupQuery query, PageQuery paging, Watermark watermark)
            throws SQLException {
        LocalDate today = KnownMoments.today(query.asOf(), clock);
        RollupAnswers answers = new RollupAnswers(connection, today);
        Page<String> codes = codes(connection, answers, query, paging);
        Holding.addRollups(items(query, codes));
        List<RollupItem> items = inPortions(connection, answers, query, today, codes.items());
        return new Page<>(
                new MadeWhenRead<>(
                        items,
                        item -> RollupViews.of(
                                item,
                                query.scope(),
                                Objects.requireNonNullElse(query.validAt(), item.closes()),
                                query.asOf(),
                                today,
                                watermark)),
                codes.next());
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

    Page<FigureView> figures(RollupQuery query, PageQuery paging, List<String> minSequence) {
        return read(minSequence, query.asOf(), (connection, watermark) -> {
            LocalDate today = KnownMoments.today(query.asOf(), clock);
            RollupAnswers answers = RollupAnswers.chosen(connection, today, query.scope());
            Page<String> codes = codes(connection, answers, query, paging);
            Holding.add(items(query, codes));
            return new Page<>(
                    items(connection, answers, query, today, codes.items()).stream()
                            .map(item -> FigureView.of(item, query.scope(), today))
                            .toList(),
                    codes.next());
        });
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
                : answers.ofListed(query.indicators(), query.periods(), codes, level.depth(), within(query));
    }

    private static String within(RollupQuery query) {
        return query.within() == null ? "VN" : query.within();
    }

    private static Page<String> listed(
            Connection connection,
            RollupAnswers answers,
            RollupQuery query,
            Level level,
            PageQuery paging,
            String[] filters)
            throws SQLException {
        String within = within(query);
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
