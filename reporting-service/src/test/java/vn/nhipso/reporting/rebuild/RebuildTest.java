package vn.nhipso.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.reporting.rebuild.RebuildResult.Difference;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Rebuilds of a database with figures of all kinds, while events go on being applied. */
class RebuildTest {

    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static final List<String> COMMUNES = List.of("55001", "55002", "55003", "55004", "55005", "55006");
    private static final List<String> PERIODS = List.of("2024-01", "2024-02", "2024-03", "2024-Q1", "2024", "2023-12");
    private static final String SHARE = "B5-S";
    private static final String LAST_TOLD =
            "SELECT last_value FROM pg_sequences WHERE sequencename = 'rollup_update_number_seq'";

    private final Random random = new Random(55);
    private int revision = 1;

    @BeforeAll
    static void defineUnitsAndIndicators() throws SQLException {
        List<Events.Version> units = new ArrayList<>(
                List.of(unit("55", "PROVINCE", "VN"), unit("551", "DISTRICT", "55"), unit("552", "DISTRICT", "55")));
        COMMUNES.forEach(
                commune -> units.add(unit(commune, "COMMUNE", Integer.parseInt(commune) % 2 == 0 ? "551" : "552")));
        List<Event> events = new ArrayList<>(Events.change(1, units));
        events.add(definition("B5-R", "RATIO", "FLOW", "DISTRICT COMMUNE", null));
        events.add(definition("B5-F", "FLAG", "STOCK", "COMMUNE", null));
        events.add(definition("B5-W", "COUNT", "STOCK", "COMMUNE", null));
        events.add(definition(SHARE, "SHARE", "STOCK", "COMMUNE", "B5-W"));
        DATABASE.apply(events);
    }

    @BeforeEach
    void report() throws SQLException {
        DATABASE.apply(figures(80));
    }

    @Test
    void rebuildDuringAStreamOfEventsShouldBeEqual() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                apply(figures(15));
            }
        });
        RebuildResult result = rebuild(new Watcher());
        enough.set(true);
        stream.join();

        assertThat(result.differences()).isEmpty();
        assertThat(result.equal()).isTrue();
        assertThat(result.rows()).isPositive();
        // What was applied while it swapped is in, too.
        assertThat(rebuild(new Watcher()).differences()).isEmpty();
    }

    @Test
    void sabotagedRowsShouldBeNamedAndHealed() throws Exception {
        String before = served();
        execute(
                "UPDATE rollup SET up_counted = up_counted + 1 WHERE indicator = 'B5-R' AND period = '2024-01' AND unit = '551'");
        execute("DELETE FROM rollup WHERE indicator = '" + SHARE + "' AND period = '2024' AND unit = '55'");
        execute(
                "INSERT INTO rollup SELECT (jsonb_populate_record(r, '{\"indicator\": \"B5-NIX\"}')).* FROM rollup r WHERE r.indicator = 'B5-R' AND r.period = '2024-02' AND r.unit = 'VN'");

        long first = number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        RebuildResult result = rebuild(new Watcher());

        assertThat(result.equal()).isFalse();
        assertThat(result.differing()).isEqualTo(3);
        assertThat(result.differences())
                .containsExactly(
                        new Difference("B5-NIX", "2024-02", "VN"),
                        new Difference("B5-R", "2024-01", "551"),
                        new Difference(SHARE, "2024", "55"));
        assertThat(served()).isEqualTo(before);
        assertThat(text("""
                SELECT string_agg(concat_ws(' ', indicator, period, units::text), ', ' ORDER BY indicator, period)
                FROM rollup_update WHERE made::text::bigint >= %d""".formatted(first))).isEqualTo("B5-NIX 2024-02 {VN}, B5-R 2024-01 {551}, B5-S 2024 {55}");
        RebuildResult again = rebuild(new Watcher());
        assertThat(again.equal()).isTrue();
        assertThat(again.checksum()).isEqualTo(result.checksum());
    }

    @Test
    void figuresOfUnitsThatWereExchangedShouldBeNamedAndHealed() throws Exception {
        List<Event> figures = new ArrayList<>();
        for (String period : PERIODS) {
            figures.add(measurement(++revision, "B5-W 55001 " + period + " OWN =11"));
            figures.add(measurement(++revision, "B5-W 55003 " + period + " OWN =17"));
            figures.add(measurement(++revision, "B5-R 55001 " + period + " OWN 3/100"));
            figures.add(measurement(++revision, "B5-R 55003 " + period + " OWN 7/100"));
        }
        apply(figures);
        String before = served();
        // Whole rows, and one column: no value is another, nor how often it is there.
        execute("""
                UPDATE rollup SET unit = 'x' WHERE indicator = 'B5-W' AND unit = '55001';
                UPDATE rollup SET unit = '55001' WHERE indicator = 'B5-W' AND unit = '55003';
                UPDATE rollup SET unit = '55003' WHERE indicator = 'B5-W' AND unit = 'x';
                UPDATE rollup r SET own_n = o.own_n FROM rollup o
                WHERE (r.unit, o.unit) IN (('55001', '55003'), ('55003', '55001'))
                  AND r.indicator = 'B5-R' AND o.indicator = 'B5-R' AND r.period = o.period AND r.period < '2024-03'""");

        RebuildResult result = rebuild(new Watcher());

        List<Difference> exchanged = new ArrayList<>();
        for (String unit : List.of("55001", "55003")) {
            PERIODS.forEach(period -> exchanged.add(new Difference("B5-W", period, unit)));
            PERIODS.stream()
                    .filter(period -> period.compareTo("2024-03") < 0)
                    .forEach(period -> exchanged.add(new Difference("B5-R", period, unit)));
        }
        assertThat(result.differences()).containsExactlyInAnyOrderElementsOf(exchanged);
        assertThat(result.differing()).isEqualTo(exchanged.size());
        assertThat(served()).isEqualTo(before);
    }

    @Test
    void figuresThatCommunesStateForMoreThanThemselvesShouldBeMadeTheSame() throws Exception {
        // Beside the others, by itself, withdrawn, and of one that nobody expects.
        apply(List.of(
                measurement(++revision, "B5-R 55001 2023-12 OWN 3/10"),
                measurement(++revision, "B5-R 55001 2023-12 WHOLE 4/10"),
                measurement(++revision, "B5-R 55003 2023-12 CHILDREN 5/10"),
                measurement(++revision, "B5-R 55005 2023-12 OWN 6/10 withdrawn"),
                measurement(++revision, "B5-R 552 2023-12 OWN 1/10"),
                measurement(++revision, "B5-R 59999 2023-12 OWN 7/10")));
        String before = served();

        assertThat(rebuild(new Watcher()).differences()).isEmpty();

        assertThat(served()).isEqualTo(before);
        apply(List.of(
                measurement(++revision, "B5-R 55001 2023-12 WHOLE 4/10 withdrawn"),
                measurement(++revision, "B5-R 55003 2023-12 CHILDREN 5/10 withdrawn")));
    }

    @Test
    void statisticsShouldBeThoseOfTheServedRollupsAsLongAsTheyAreTheSame() throws Exception {
        String known = "SELECT n_distinct FROM pg_stats WHERE tablename = 'rollup' AND attname = 'unit'";
        execute("ANALYZE rollup");
        execute(
                "SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 'rollup', 'attname', 'unit', 'inherited', false, 'n_distinct', 777::real)");

        assertThat(rebuild(new Watcher()).equal()).isTrue();
        assertThat(text(known)).isEqualTo("777");

        execute(
                "UPDATE rollup SET up_counted = up_counted + 1 WHERE indicator = 'B5-R' AND period = '2024-01' AND unit = '551'");
        assertThat(rebuild(new Watcher()).equal()).isFalse();
        assertThat(text(known)).isNotEqualTo("777");
    }

    @Test
    void periodThatIsNotKeptAsItsDefinitionSaysShouldBeNamedAndHealed() throws Exception {
        String before = served();
        execute("UPDATE rollup_period SET lowest = 2 WHERE indicator = 'B5-F' AND period = '2024-Q1'");
        execute("DELETE FROM rollup_period WHERE indicator = 'B5-W' AND period = '2024-03'");

        RebuildResult result = rebuild(new Watcher());

        assertThat(result.equal()).isFalse();
        assertThat(result.differences())
                .containsExactlyInAnyOrder(
                        new Difference("B5-F", "2024-Q1", null), new Difference("B5-W", "2024-03", null));
        assertThat(served()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERIODS", "BUILDING", "INDEXING", "COMPARING", "CATCHING_UP", "SWAPPING", "succeed"})
    void runThatDiesShouldLeaveTheServedRollupsAndBeSweptByTheNext(String where) throws Exception {
        String before = served();
        Watcher dying = new Watcher();
        dying.diesIn = where;

        // Without clearing up, as if the process had been killed.
        assertThatThrownBy(() -> new Rebuild(DATABASE.dataSource(), new SmallSteps(), dying).work())
                .hasMessage("dies in " + where);

        assertThat(served()).isEqualTo(before);
        apply(figures(5));
        assertThat(rebuild(new Watcher()).equal()).isTrue();
        assertThat(
                        number(
                                "SELECT count(*) FROM pg_class WHERE relname LIKE 'rollup\\_%' AND relkind = 'r' AND relname NOT IN ('rollup_period', 'rollup_update')"))
                .isZero();
        assertThat(number("SELECT (SELECT count(*) FROM rebuild) + (SELECT count(*) FROM rebuild_touched)"))
                .isZero();
    }

    @Test
    void databaseThatCrashedInBetweenShouldLetNothingTakeItsPlace() throws Exception {
        String before = served();
        Watcher crashing = new Watcher();
        // What a crash leaves of it: other connections are made anew, and this one is not there any more.
        crashing.beforeSwapping =
                () -> assertThat(number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND query = 'SELECT ''witness of a rebuild'''"))
                        .isOne();

        assertThatThrownBy(() -> rebuild(crashing)).isInstanceOf(SQLException.class);

        assertThat(served()).isEqualTo(before);
        assertThat(rebuild(new Watcher()).equal()).isTrue();
    }

    @Test
    void runThatWasTakenForDeadShouldTakeNothingFromTheNext() throws Exception {
        RebuildTable dead = new RebuildTable(UUID.randomUUID());
        RebuildTable next = new RebuildTable(UUID.randomUUID());
        DATABASE.inTransaction(transaction -> TouchedPeriods.begin(transaction, dead));
        DATABASE.inTransaction(transaction -> TouchedPeriods.begin(transaction, next));
        execute("INSERT INTO rebuild_touched VALUES ('B5-R', '2024-01')");

        DATABASE.inTransaction(transaction -> assertThatThrownBy(() -> TouchedPeriods.take(transaction, dead.run()))
                .hasMessageContaining("taken for dead"));
        DATABASE.inTransaction(transaction ->
                assertThat(TouchedPeriods.take(transaction, next.run())).hasSize(1));
        Leftovers.sweep(DATABASE.dataSource());
    }

    @Test
    void sweepShouldLeaveWhatBeginsWhileItLooks() throws Exception {
        RebuildTable beginning = new RebuildTable(UUID.randomUUID());
        AtomicBoolean queued = new AtomicBoolean();
        AtomicReference<CompletableFuture<Void>> sweeping = new AtomicReference<>();
        DATABASE.inTransaction(transaction -> {
            TouchedPeriods.letNobodyBegin(transaction);
            sweeping.set(CompletableFuture.runAsync(sweepUnlessQueued(queued)));
            await().until(() ->
                    number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
            queued.set(true);
            beginning.create(transaction);
            TouchedPeriods.begin(transaction, beginning);
        });
        sweeping.get().join();

        assertThat(number("SELECT count(*) FROM rebuild")).isOne();
        assertThat(text("SELECT to_regclass('" + beginning.name() + "')")).isNotNull();
        queued.set(false);
        sweepUnlessQueued(queued).run();
        assertThat(text("SELECT to_regclass('" + beginning.name() + "')")).isNull();
    }

    @Test
    void relationThatSomebodyReadsShouldBeSweptLaterAndItsNameAtOnce() throws Exception {
        RebuildTable read = new RebuildTable(new UUID(0, 1));
        RebuildTable unread = new RebuildTable(new UUID(0, 2));
        DATABASE.inTransaction(transaction -> {
            read.create(transaction);
            unread.create(transaction);
            TouchedPeriods.begin(transaction, read);
        });
        DATABASE.inTransaction(reader -> {
            RebuildTable.execute(reader, "LOCK TABLE " + read.name() + " IN ACCESS SHARE MODE");
            sweepUnlessQueued(new AtomicBoolean()).run();

            assertThat(number("SELECT count(*) FROM rebuild")).isZero();
            assertThat(text("SELECT to_regclass('" + read.name() + "')")).isNotNull();
            assertThat(text("SELECT to_regclass('" + unread.name() + "')")).isNull();
        });
        sweepUnlessQueued(new AtomicBoolean()).run();
        assertThat(text("SELECT to_regclass('" + read.name() + "')")).isNull();
    }

    private static Runnable sweepUnlessQueued(AtomicBoolean queued) {
        return () -> {
            try (Connection connection = DATABASE.connection()) {
                Leftovers.sweepUnless(connection, _ -> queued.get());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        };
    }

    @Test
    void batchesShouldComeToTheirTurnEverMoreBetweenAttemptsToSwap() {
        assertThat(RebuildSwap.pause(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(RebuildSwap.pause(8)).isGreaterThan(RebuildSwap.pause(7));
        assertThat(RebuildSwap.pause(60)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void readersShouldGoOnAndTheirPreparedStatementsWithThem() throws Exception {
        try (Connection reader = DATABASE.connection();
                PreparedStatement kept =
                        reader.prepareStatement("SELECT * FROM rollup WHERE unit = '55' ORDER BY indicator, period")) {
            kept.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            reader.setAutoCommit(false);
            List<String> before = rows(kept);
            execute(
                    "UPDATE rollup SET up_counted = up_counted + 1 WHERE indicator = 'B5-R' AND period = '2024-01' AND unit = '551'");
            long told = number(LAST_TOLD);
            Watcher watcher = new Watcher();
            CompletableFuture<RebuildResult> rebuilding = CompletableFuture.supplyAsync(() -> {
                try {
                    return rebuild(watcher);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            // Somebody reads: the rebuild tries again and lets others read meanwhile.
            await().until(() -> watcher.attempts.get() >= 3);
            assertThat(rows(kept)).isEqualTo(before);
            assertThat(number("SELECT count(*) FROM rollup")).isPositive();
            reader.commit();
            assertThat(rebuilding.join().differing()).isOne();
            // What differs was looked through once, by the attempt that swapped: numbers of the others would be
            // missing.
            assertThat(number(LAST_TOLD)).isEqualTo(told + 1);
            assertThat(rows(kept)).isEqualTo(before);
        }
    }

    private RebuildResult rebuild(Watcher watcher) throws SQLException {
        new Rebuild(DATABASE.dataSource(), new SmallSteps(), watcher).run();
        return watcher.result.get();
    }

    private List<Event> figures(int count) {
        List<Event> events = new ArrayList<>();
        for (int figure = 0; figure < count; figure++) {
            String period = PERIODS.get(random.nextInt(PERIODS.size()));
            String commune = COMMUNES.get(random.nextInt(COMMUNES.size()));
            int number = random.nextInt(100);
            events.add(measurement(
                    ++revision,
                    switch (random.nextInt(5)) {
                        case 0 -> "B5-R " + commune + " " + period + " OWN " + number + "/100";
                        case 1 -> "B5-R 551 " + period + " WHOLE " + number + "/200 ABOUT";
                        case 2 -> "B5-F " + commune + " " + period + " OWN =" + number % 2;
                        case 3 -> "B5-W " + commune + " " + period + " OWN =" + (number + 1);
                        default -> SHARE + " " + commune + " " + period + " OWN =" + number + ".50";
                    }));
        }
        return events;
    }

    private static void apply(List<Event> events) {
        try {
            DATABASE.apply(events);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String served() throws SQLException {
        return text("SELECT count(*) || ' ' || sum(hashtextextended(r::text, 0)) FROM rollup r");
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = DATABASE.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> rows(PreparedStatement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(found.getString("indicator") + found.getString("period") + found.getString("whole_basis"));
            }
        }
        return rows;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Remembers what it is told, and ends the run where it is told to. */
    private static final class Watcher implements RebuildWatcher {

        private final AtomicReference<RebuildResult> result = new AtomicReference<>();
        private final AtomicReference<Long> attempts = new AtomicReference<>(0L);
        private String diesIn = "";
        private Step beforeSwapping = () -> {};

        private interface Step {
            void run() throws SQLException;
        }

        @Override
        public void progress(String phase, long done, long total) {
            if (phase.equals("SWAPPING")) {
                attempts.set(done);
                try {
                    beforeSwapping.run();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
            dieIn(phase);
        }

        @Override
        public void succeed(Connection transaction, RebuildResult made) {
            result.set(made);
            dieIn("succeed");
        }

        private void dieIn(String phase) {
            if (phase.equals(diesIn)) {
                throw new IllegalStateException("dies in " + phase);
            }
        }
    }

    private static final class SmallSteps implements RebuildConfig {

        @Override
        public int workers() {
            return 2;
        }

        @Override
        public int chunk() {
            return 150;
        }

        @Override
        public String workMem() {
            return "4MB";
        }
    }
}
