package vn.nhipso.reporting.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.target;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.reporting.correction.CorrectionView.Place;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.scoreboard.TargetStatus;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

class CorrectionTest {

    private static final CorrectionLog.Filter ALL = new CorrectionLog.Filter(List.of(), List.of());

    private static ReportingDatabase database;
    private static int tries;
    private String code = "";

    @BeforeEach
    void firstPublication() throws Exception {
        if (database == null) {
            database = new ReportingDatabase();
            database.apply(change(
                    1,
                    List.of(
                            unit("P", "PROVINCE", "VN"),
                            unit("D1", "DISTRICT", "P"),
                            unit("D2", "DISTRICT", "P"),
                            unit("C11", "COMMUNE", "D1"),
                            unit("C12", "COMMUNE", "D1"),
                            unit("C21", "COMMUNE", "D2"),
                            unit("C22", "COMMUNE", "D2"))));
        }
        code = "X5C" + ++tries;
        database.apply(List.of(
                definition(code, "COUNT", "FLOW", "COMMUNE", null),
                target(code + " D1 2024-01 >= 100"),
                measurement(code + " C11 2024-01 OWN =40"),
                measurement(code + " C12 2024-01 OWN =50"),
                measurement(code + " C21 2024-01 OWN =60"),
                measurement(code + " C22 2024-01 OWN =45")));
    }

    private List<CorrectionView> told() throws Exception {
        try (Connection connection = database.connection()) {
            return CorrectionLog.read(connection, new CorrectionLog.Filter(List.of(code), List.of()), 0, 100)
                    .items();
        }
    }

    private static Event because(Event event) {
        String json = event.json()
                .replace(
                        "\"withdrawn\":false",
                        "\"withdrawn\":false,\"reason\":{\"code\":\"MISPRINT\",\"text\":\"in sai\"}");
        return new Event(event.topic(), event.key(), event.type(), json);
    }

    @Test
    void noticeShouldTellOldAndNewAndEveryRollupStatusAndRankThatMoved() throws Exception {
        assertThat(told()).isEmpty();
        database.apply(List.of(because(measurement(2, code + " C11 2024-01 OWN =80"))));
        CorrectionView told = told().getFirst();
        assertThat(told.unit()).isEqualTo("C11");
        assertThat(told.revision()).isEqualTo(2);
        assertThat(told.reason()).isEqualTo(new CorrectionView.Reason("MISPRINT", "in sai"));
        assertThat(told.old().value()).isEqualByComparingTo("40");
        assertThat(told.old().revision()).isEqualTo(1);
        assertThat(told.now().value()).isEqualByComparingTo("80");
        assertThat(told.rollups().stream().filter(r -> r.scope() == Scope.WHOLE).map(CorrectionView.Rollup::unit))
                .containsExactly("C11", "D1", "P", "VN");
        CorrectionView.Rollup district = told.rollups().stream()
                .filter(r -> r.unit().equals("D1") && r.scope() == Scope.WHOLE)
                .findFirst()
                .orElseThrow();
        assertThat(district.old().basis()).isEqualTo(Basis.COMPUTED);
        assertThat(district.old().value()).isEqualByComparingTo("90");
        assertThat(district.now().value()).isEqualByComparingTo("130");
        assertThat(told.statuses()).hasSize(1);
        assertThat(told.statuses())
                .filteredOn(s -> s.unit().equals("D1"))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.old()).isEqualTo(TargetStatus.BEHIND);
                    assertThat(status.now()).isEqualTo(TargetStatus.EXCEEDED);
                });
        assertThat(told.ranks()).extracting(CorrectionView.Ranking::unit).containsExactly("C11", "C12", "D1", "D2");
        assertThat(told.ranks().getLast().old()).isEqualTo(new Place(1, 2));
        assertThat(told.ranks().getLast().now()).isEqualTo(new Place(2, 2));
    }

    @Test
    void redeliveryOldRevisionsSameValuesAndRemadePeriodsShouldTellNothingMore() throws Exception {
        Event correction = measurement(3, code + " C11 2024-01 OWN =80");
        database.apply(List.of(correction));
        database.apply(List.of(correction, measurement(2, code + " C11 2024-01 OWN =70")));
        database.apply(List.of(measurement(4, code + " C11 2024-01 OWN =80 words")));
        database.apply(List.of(
                definition(code, 2, "COUNT", "FLOW", "COMMUNE", null, "cái", "DOWN"),
                measurement(code + " C11 2024-02 OWN =1")));
        assertThat(told()).hasSize(1);
        database.apply(List.of(measurement(5, code + " C11 2024-01 OWN withdrawn")));
        CorrectionView taken = told().getLast();
        assertThat(taken.withdrawn()).isTrue();
        assertThat(taken.now().value()).isNull();
        assertThat(taken.rollups().stream().filter(r -> r.unit().equals("D1") && r.scope() == Scope.WHOLE))
                .singleElement()
                .satisfies(r -> assertThat(r.now().basis()).isEqualTo(Basis.PARTIAL));
        database.apply(List.of(measurement(6, code + " C11 2024-01 OWN =40")));
        assertThat(told()).hasSize(2);
    }

    @Test
    void rollupThatTwoCorrectionsOfABatchMovedShouldStandInTheNoticeOfEach() throws Exception {
        database.apply(List.of(
                measurement(2, code + " C11 2024-01 OWN =41"),
                measurement(2, code + " C21 2024-01 OWN =61"),
                measurement(code + " C11 2024-03 OWN =1")));
        List<CorrectionView> told = told();
        assertThat(told).hasSize(2);
        for (CorrectionView one : told) {
            assertThat(one.rollups().stream()
                            .filter(r -> r.unit().equals("P") && r.scope() == Scope.WHOLE)
                            .map(r -> r.now().value().intValueExact()
                                    - r.old().value().intValueExact()))
                    .containsExactly(2);
            assertThat(one.rollups().stream().map(CorrectionView.Rollup::unit))
                    .doesNotContain(one.unit().equals("C11") ? "D2" : "D1");
        }
    }

    @Test
    void revisionsThatArriveTogetherShouldBeToldOneAfterTheOther() throws Exception {
        String figure = code + " C11 2024-01 OWN ";
        database.apply(List.of(
                measurement(4, figure + "withdrawn"),
                measurement(2, figure + "=41"),
                measurement(3, figure + "=42"),
                measurement(5, figure + "=44"),
                measurement(6, figure + "=45"),
                measurement(1, code + " C11 2024-02 OWN =1"),
                measurement(2, code + " C11 2024-02 OWN =2")));
        database.apply(List.of(measurement(6, figure + "=45"), measurement(7, figure + "=46")));
        assertThat(told())
                .extracting(notice -> notice.period() + " " + notice.old().revision() + " "
                        + notice.old().value() + " > " + notice.revision() + " "
                        + notice.now().value())
                .containsExactlyInAnyOrder(
                        "2024-01 1 40 > 2 41",
                        "2024-01 2 41 > 3 42",
                        "2024-01 3 42 > 4 null",
                        "2024-01 5 44 > 6 45",
                        "2024-01 6 45 > 7 46",
                        "2024-02 1 1 > 2 2");
        assertThat(told().stream()
                        .filter(notice -> notice.period().equals("2024-01"))
                        .map(CorrectionView::revision))
                .isSorted();
    }

    @Test
    void batchThatWaitsForItsTurnShouldHaveNothingLeftToDoButToTell() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = database.connection()) {
            other.setAutoCommit(false);
            found(other, "SELECT pg_advisory_xact_lock(7302, 6)");
            Future<?> waiting = threads.submit(() -> {
                database.apply(List.of(measurement(2, code + " C11 2024-01 OWN =80")));
                return true;
            });
            String holds = """
                    SELECT FROM pg_locks l JOIN pg_locks w ON w.pid = l.pid AND w.locktype = 'advisory' AND NOT w.granted
                    WHERE l.relation = '%s'::regclass AND l.mode = 'RowExclusiveLock'""";
            await().until(() -> found(other, holds.formatted("correction_move")));
            assertThat(found(other, holds.formatted("correction"))).isFalse();

            other.commit();
            waiting.get();
        }
        assertThat(told()).singleElement().satisfies(told -> assertThat(told.rollups())
                .isNotEmpty());
    }

    private static boolean found(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Test
    void noticesShouldBeFollowedByPosition() throws Exception {
        database.apply(List.of(measurement(2, code + " C11 2024-01 OWN =41")));
        database.apply(List.of(measurement(2, code + " C21 2024-01 OWN =61")));
        try (Connection connection = database.connection()) {
            long before = CorrectionLog.read(connection, ALL, 0, 1000).next();
            database.apply(List.of(measurement(3, code + " C11 2024-01 OWN =42")));
            CorrectionLog.Found more = CorrectionLog.read(connection, ALL, before, 100);
            assertThat(more.items()).extracting(CorrectionView::revision).containsExactly(3);
            assertThat(more.next()).isGreaterThan(before);
            CorrectionLog.Filter district = new CorrectionLog.Filter(List.of(code), List.of("D1"));
            assertThat(CorrectionLog.read(connection, district, 0, 100).items())
                    .extracting(CorrectionView::unit)
                    .containsExactly("C11", "C11");
        }
    }
}
