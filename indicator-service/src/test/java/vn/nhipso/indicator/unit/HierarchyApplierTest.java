package vn.nhipso.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.TestDatabase;

class HierarchyApplierTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static final String MIGRATED = migrated();

    private final HierarchyApplier applier = new HierarchyApplier();
    private DataSource database;
    private Units units;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.dataSource(TestDatabase.copyOf(MIGRATED));
        units = new Units(database, () -> Duration.ZERO, Clock.systemUTC());
    }

    private static String migrated() {
        String name = TestDatabase.create("hierarchy");
        Flyway.configure()
                .dataSource(TestDatabase.dataSource(name))
                .locations("db/kit", "db/migration")
                .placeholders(Map.of("service", "postgres"))
                .load()
                .migrate();
        return name;
    }

    private void apply(ReceivedEvent... events) throws SQLException {
        try (Connection tx = database.getConnection()) {
            tx.setAutoCommit(false);
            applier.apply(tx, List.of(events));
            tx.commit();
        }
    }

    private static ReceivedEvent event(String type, String key, String json) {
        return new ReceivedEvent(
                Topics.DIRECTORY_HIERARCHY,
                0,
                1,
                key,
                "id",
                type,
                "urn:nhipso:directory",
                Instant.EPOCH,
                1,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static ReceivedEvent unit(String code, int revision, String change, String parent, String... spans) {
        StringBuilder versions = new StringBuilder();
        for (String span : spans) {
            int slash = span.indexOf('/');
            versions.append(versions.isEmpty() ? "" : ",")
                    .append(
                            "{\"name\":\"X\",\"fullName\":\"Xã X\",\"type\":\"xã\",\"level\":\"COMMUNE\",\"parentCode\":\"")
                    .append(parent)
                    .append("\",\"validFrom\":\"")
                    .append(span, 0, slash)
                    .append(
                            slash == span.length() - 1
                                    ? "\"}"
                                    : "\",\"validTo\":\"" + span.substring(slash + 1) + "\"}");
        }
        return event(
                "vn.nhipso.unit.changed.v1",
                code,
                "{\"code\":\"" + code + "\",\"revision\":" + revision + ",\"changeId\":\"" + change
                        + "\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"versions\":[" + versions + "]}");
    }

    private static ReceivedEvent marker(String change) {
        return event("vn.nhipso.hierarchy.changed.v1", change, "{\"changeId\":\"" + change + "\",\"revision\":1}");
    }

    private UnitHistory unit(String code) {
        return units.find(Set.of(code)).of(code);
    }

    @Test
    void rootShouldBeKnownWithoutAnEvent() {
        assertThat(unit("VN").on(DAY))
                .isNotNull()
                .extracting(UnitVersion::level)
                .isEqualTo(Level.COUNTRY);
    }

    @Test
    void unitsShouldAppearTogetherWhenTheMarkerOfTheirChangeComes() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/"), unit("2", 1, "a", "9", "2020-01-01/"));
        assertThat(unit("1").isKnown()).isFalse();

        apply(marker("a"));
        assertThat(unit("1").on(DAY)).isNotNull();
        assertThat(unit("2").on(DAY)).isNotNull();
    }

    @Test
    void markerOfAnotherChangeShouldNotApplyThem() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/"), marker("b"));

        assertThat(unit("1").isKnown()).isFalse();
    }

    @Test
    void newStateShouldTakeThePlaceOfAllVersionsOfACode() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/2022-01-01", "2022-01-01/"), marker("a"));
        apply(unit("1", 2, "b", "8", "2020-01-01/2025-07-01"), marker("b"));

        assertThat(unit("1").versions()).hasSize(1);
        assertThat(unit("1").on(DAY))
                .isNotNull()
                .extracting(UnitVersion::parentCode)
                .isEqualTo("8");
        assertThat(unit("1").on(LocalDate.of(2025, 7, 1))).isNull();
        assertThat(unit("1").on(LocalDate.of(2025, 6, 30))).isNotNull();
    }

    @Test
    void eventsSeenTwiceOrLateShouldChangeNothing() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/"), marker("a"));
        apply(unit("1", 2, "b", "8", "2020-01-01/"), marker("b"));
        apply(unit("1", 1, "a", "9", "2020-01-01/"), marker("a"));

        assertThat(unit("1").on(DAY))
                .isNotNull()
                .extracting(UnitVersion::parentCode)
                .isEqualTo("8");
    }

    @Test
    void eventDeliveredAgainAfterItsMarkerShouldBeAppliedAtOnce() throws SQLException {
        apply(marker("a"));
        apply(unit("1", 1, "a", "9", "2020-01-01/"));

        assertThat(unit("1").on(DAY)).isNotNull();
    }

    @Test
    void goldenSamplesShouldBeRead() throws SQLException {
        for (String sample : EventSchemas.samples("vn.nhipso.unit.changed.v1")) {
            ReceivedEvent event = event("vn.nhipso.unit.changed.v1", "k", sample);
            String change = event.json().get("changeId").asText();
            String code = event.json().get("code").asText();

            apply(event, marker(change));

            assertThat(unit(code).versions())
                    .hasSize(event.json().get("versions").size());
        }
        for (String sample : EventSchemas.samples("vn.nhipso.hierarchy.changed.v1")) {
            apply(event("vn.nhipso.hierarchy.changed.v1", "k", sample));
        }
        for (String sample : EventSchemas.samples("vn.nhipso.lineage.changed.v1")) {
            apply(event("vn.nhipso.lineage.changed.v1", "k", sample));
        }
    }

    @Test
    void subtreeShouldBeThatOfTheDayOrOfToday() throws SQLException {
        apply(unit("1", 1, "a", "VN", "2020-01-01/2025-07-01"), unit("2", 1, "a", "VN", "2025-07-01/"), marker("a"));
        apply(unit("11", 1, "b", "1", "2020-01-01/2025-07-01"), marker("b"));
        apply(event("vn.nhipso.unit.changed.v1", "12", """
                        {"code":"12","revision":1,"changeId":"c","recordedAt":"2026-01-01T00:00:00Z","versions":[
                          {"name":"X","fullName":"X","type":"xã","level":"COMMUNE","parentCode":"1","validFrom":"2020-01-01","validTo":"2025-07-01"},
                          {"name":"X","fullName":"X","type":"xã","level":"COMMUNE","parentCode":"2","validFrom":"2025-07-01"}]}"""), marker("c"));
        Units.Place ended = new Units.Place("11", DAY);
        Units.Place goesOn = new Units.Place("12", DAY);

        assertThat(units.below("1", Set.of(ended, goesOn))).containsExactlyInAnyOrder(ended, goesOn);
        assertThat(units.below("2", Set.of(ended, goesOn))).containsExactly(goesOn);
        assertThat(units.below("VN", Set.of(ended, goesOn))).hasSize(2);
        assertThat(units.ancestors("12", DAY)).containsExactly("1", "VN");
        assertThat(units.everAbove("12")).containsExactlyInAnyOrder("12", "1", "2", "VN");
    }

    private static ReceivedEvent lineage(String from, String change, String edges) {
        return event("vn.nhipso.lineage.changed.v1", from + "@2025-07-01", """
                {"from":"%s","effectiveOn":"2025-07-01","revision":1,"changeId":"%s","recordedAt":"2026-01-01T00:00:00Z","edges":[%s]}""".formatted(from, change, edges));
    }

    private static String edge(String to, String population) {
        return "{\"to\":\"%s\",\"area\":\"WHOLE\",\"population\":\"%s\"}".formatted(to, population);
    }

    @Test
    void bearerOfAUsedCodeShouldHaveNothingOfTheFormerOneWhichItsHeirHas() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/2025-07-01", "2025-07-01/"), unit("2", 1, "a", "9", "2020-01-01/"));
        apply(lineage("1", "a", edge("2", "WHOLE")));
        Units.Place former = new Units.Place("1", DAY);
        Units.Place present = new Units.Place("1", LocalDate.of(2025, 7, 1));
        apply(marker("a"));

        assertThat(units.below("1", Set.of(former, present))).containsExactly(present);
        assertThat(units.below("2", Set.of(former, present))).containsExactly(former);
        assertThat(units.everBelow("2")).contains("1", "2");
    }

    @Test
    void unitThatWasOnlyRenamedShouldKeepItsEarlierPeriods() throws SQLException {
        apply(unit("1", 1, "a", "9", "2020-01-01/2025-07-01", "2025-07-01/"), marker("a"));
        Units.Place earlier = new Units.Place("1", DAY);

        assertThat(units.below("1", Set.of(earlier))).containsExactly(earlier);
    }

    @Test
    void dividedUnitShouldBelongToThoseAboveItOnly() throws SQLException {
        apply(
                unit("8", 1, "a", "VN", "2020-01-01/2025-07-01"),
                unit("9", 1, "a", "VN", "2020-01-01/"),
                unit("1", 1, "a", "8", "2020-01-01/2025-07-01"),
                unit("2", 1, "a", "9", "2025-07-01/"),
                lineage("1", "a", edge("2", "PART") + "," + edge("3", "PART")),
                lineage("8", "a", edge("9", "WHOLE")),
                marker("a"));
        Units.Place divided = new Units.Place("1", DAY);

        assertThat(units.below("2", Set.of(divided))).isEmpty();
        assertThat(units.below("9", Set.of(divided))).containsExactly(divided);
        assertThat(units.below("1", Set.of(divided))).containsExactly(divided);
    }

    @Test
    void wholeListsShouldBeAppliedAtTheirMarkersAndFollowedThroughTheirLineage() throws SQLException {
        List<ReceivedEvent> before = new ArrayList<>(List.of(unit("8", 1, "list", "VN", "2020-01-01/2025-07-01")));
        List<ReceivedEvent> after = new ArrayList<>(List.of(
                unit("8", 2, "next", "VN", "2020-01-01/2025-07-01"), unit("9", 1, "next", "VN", "2025-07-01/")));
        for (int number = 10_000; number < 12_000; number++) {
            String code = "" + number;
            before.add(unit(code, 1, "list", "8", "2020-01-01/"));
            after.add(unit(code, 2, "next", "8", "2020-01-01/2025-07-01"));
            String heir = "" + (20_000 + number % 500);
            if (number < 10_500) {
                after.add(unit(heir, 1, "next", "9", "2025-07-01/"));
            }
            after.add(lineage(code, "next", edge(heir, number % 10 == 0 ? "PART" : "WHOLE")));
        }
        apply(before.toArray(ReceivedEvent[]::new));
        apply(marker("list"));
        apply(after.toArray(ReceivedEvent[]::new));
        Units.Place merged = new Units.Place("11001", DAY);
        Units.Place divided = new Units.Place("11000", DAY);
        assertThat(units.below("8", Set.of(merged, divided))).hasSize(2);
        assertThat(unit("20001").isKnown()).isFalse();

        apply(marker("next"));

        assertThat(units.below("20001", Set.of(merged, divided))).containsExactly(merged);
        assertThat(units.below("9", Set.of(merged, divided))).containsExactly(merged);
        assertThat(units.everBelow("9")).hasSize(1 + 500 + 1_800);
    }

    @Test
    void whatIsNotKnownYetShouldBePassedOver() throws SQLException {
        apply(
                unit("1", 1, "a", "VN", "2020-01-01/2025-07-01"),
                unit("2", 1, "a", "VN", "2025-07-01/"),
                event("vn.nhipso.alias.changed.v1", "1x", "{\"alias\":\"1x\",\"code\":\"1\",\"revision\":1}"),
                lineage(
                        "1",
                        "a",
                        "{\"to\":\"2\",\"area\":\"WHOLE\",\"population\":\"WHOLE\",\"instrument\":\"1668/NQ-UBTVQH15\"}"),
                marker("a"));
        Units.Place former = new Units.Place("1", DAY);

        assertThat(units.below("2", Set.of(former))).containsExactly(former);
        assertThat(unit("1x").isKnown()).isFalse();
    }
}
