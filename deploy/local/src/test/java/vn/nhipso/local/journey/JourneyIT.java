package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.demo.DemoData;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;

/** The figures of the five texts, from the demo files through three services, PostgreSQL and Kafka to what they add up to. */
class JourneyIT {

    private final DemoStack demo = DemoStack.get();

    @TestFactory
    Stream<DynamicTest> everyFactOfTheTextsShouldComeBackAsStated() {
        List<Fact> facts = Fact.all();
        assertThat(facts).hasSizeGreaterThan(100);
        FactAssert check = new FactAssert(demo);
        return facts.stream().map(fact -> dynamicTest(fact.title(), () -> check.holds(fact)));
    }

    @Test
    void statedCountsOfADistrictShouldBeItsRollupAndExceedTheirTarget() {
        JsonNode rollup = demo.rollup("DG01", "870", "2022-H1");
        assertRatio(rollup, "9475", "15684", "60.4119");
        JsonNode row = demo.scoreboardRow("DG01", "870", "2022-H1");
        assertThat(row.path("status").asText()).isEqualTo("EXCEEDED");
        assertThat(row.path("target").path("value").decimalValue()).isEqualByComparingTo("50");
    }

    @Test
    void figureBelowItsTargetShouldBeBehind() {
        assertRatio(demo.rollup("DG07", "870", "2022-H1"), "52", "74", "70.2703");
        JsonNode row = demo.scoreboardRow("DG07", "870", "2022-H1");
        assertThat(row.path("status").asText()).isEqualTo("BEHIND");
        assertThat(row.path("target").path("value").decimalValue()).isEqualByComparingTo("80");
    }

    @Test
    void threeStatedPercentagesShouldStandBesideEachOtherAndBeAveragedNowhere() {
        JsonNode rollup = demo.rollup("DG01", "934", "2022-YTD09");
        assertThat(rollup.path("basis").asText()).isEqualTo("STATED");
        assertPercent(rollup, "36.27");
        assertThat(rollup.path("own").path("basis").asText()).isEqualTo("STATED");
        assertPercent(rollup.path("own"), "16.63");
        assertThat(rollup.path("children").path("basis").asText()).isEqualTo("STATED");
        assertPercent(rollup.path("children").path("stated"), "54.30");
        assertThat(rollup.hasNonNull("numerator")).as("counts that nobody gave").isFalse();
    }

    @Test
    void percentageOfACommuneShouldBeReportingButNotCounted() {
        JsonNode coverage = demo.rollup("DG01", "934", "2022-YTD09").path("coverage");
        assertThat(coverage.path("expected").asInt())
                .as("the district and its 15 communes")
                .isEqualTo(16);
        assertThat(coverage.path("reporting").asInt())
                .as("the district itself and Long Thạnh")
                .isEqualTo(2);
        assertThat(coverage.path("counted").asInt()).isZero();
        assertThat(coverage.path("missing").toString()).doesNotContain("31408");
    }

    @Test
    void figureOfAnotherPeriodShouldNotBeTheDistricts() {
        JsonNode commune = demo.rollup("DG01", "31420", "2022-YTD10");
        assertPercent(commune, "80");
        assertThat(commune.path("qualifiers").toString()).contains("ABOUT");
        assertThat(commune.path("unit").path("name").asText()).isEqualTo("Hòa Mỹ");
        JsonNode district = demo.rollup("DG01", "934", "2022-YTD10");
        assertThat(district.path("basis").asText()).isEqualTo("NONE");
        assertThat(district.hasNonNull("absence")).isTrue();
    }

    @Test
    void statedPercentageShouldBeDoubtedOnlyWhereItIsWrongAtItsOwnDecimals() {
        assertThat(findings("DG02", "2024-03")).isEmpty();
        assertThat(findings("DI07", "2024-04-14")).isEmpty();
        for (String indicator : List.of("DG04", "DG05")) {
            JsonNode findings = findings(indicator, "2024-04-14");
            assertThat(findings).hasSize(1);
            assertThat(findings.path(0).path("proposed").path("denominator").decimalValue())
                    .isEqualByComparingTo("1664");
        }
    }

    @Test
    void whatTheDirectoryCountsShouldStandBesideWhatTheCommuneStates() {
        assertThat(demo.rollup("REG-TEAMS", "15655", "2024-07").path("value").decimalValue())
                .isEqualByComparingTo("7");
        assertRatio(demo.rollup("REG-HAMLETS", "15655", "2024-07"), "7", "7", "100");
        assertThat(demo.rollup("DT01", "15655", "2024-07").path("value").decimalValue())
                .isEqualByComparingTo("7");
    }

    @Test
    void codeUsedAgainShouldMeanAnotherUnitAfterTheReorganisation() {
        ApiClient directory = demo.anybody(Service.DIRECTORY);
        assertThat(directory
                        .get("/v1/units/31420?validAt=2024-06-30")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Hòa Mỹ");
        assertThat(directory
                        .get("/v1/units/31420?validAt=2025-07-01")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Phụng Hiệp");
        assertThat(directory.get("/v1/units/870?validAt=2025-06-30").status()).isEqualTo(200);
        assertThat(directory.get("/v1/units/870?validAt=2025-07-01").status()).isEqualTo(404);
    }

    @Test
    void demoDataSentAgainShouldChangeNothing() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "demo-again");
        DataFolder forgetful = DataFolder.of(folder, 0);
        forgetful.create();
        List<String> before = measurementRevisions();
        new DemoData(
                        demo.steward(Service.DIRECTORY),
                        demo.steward(Service.INDICATOR),
                        forgetful,
                        new Progress(System.out, java.time.Clock.systemUTC()))
                .loadMeasurements();
        assertThat(measurementRevisions()).isEqualTo(before);
    }

    /** The worked case: counts arrive one by one, a stated whole is there from the beginning. */
    @Test
    void basisShouldTurnFromStatedToComputedOnlyWithTheLastExpectedUnit() {
        ApiClient indicator = demo.steward(Service.INDICATOR);
        String period = "2023-03";
        List<String> communes = communesOf("934");
        assertThat(communes).hasSize(15);
        Batch first = new Batch()
                .counts("DG01", "934", period, "WHOLE", 500, 1000)
                .counts("DG01", "934", period, "OWN", 100, 200);
        communes.subList(1, 15).forEach(commune -> first.counts("DG01", commune, period, "OWN", 30, 40));
        List<String> firstSent = send(indicator, first);
        JsonNode stated = demo.rollup("DG01", "934", period, firstSent);
        // Until then it is the stated figure whose counts go up.
        assertRatio(demo.rollup("DG01", "93", period, firstSent), "500", "1000", "50");
        assertThat(stated.path("basis").asText()).isEqualTo("STATED");
        assertRatio(stated, "500", "1000", "50");
        assertThat(stated.path("coverage").path("counted").asInt()).isEqualTo(15);

        List<String> last = send(indicator, new Batch().counts("DG01", communes.getFirst(), period, "OWN", 30, 40));
        JsonNode computed = demo.rollup("DG01", "934", period, last);
        assertThat(computed.path("basis").asText()).isEqualTo("COMPUTED");
        assertRatio(computed, "550", "800", "68.75");
        assertPercent(computed.path("stated"), "50");
        assertThat(computed.path("stated").path("pointDiff").decimalValue()).isEqualByComparingTo("-18.75");

        JsonNode province = demo.rollup("DG01", "93", period, last);
        assertThat(province.path("basis").asText()).isEqualTo("PARTIAL");
        assertRatio(province, "550", "800", "68.75");
    }

    private List<String> communesOf(String district) {
        JsonNode items = demo.anybody(Service.DIRECTORY)
                .get("/v1/units/" + district + "/children?validAt=2023-03-31&pageSize=100")
                .json()
                .path("items");
        return items.valueStream().map(unit -> unit.path("code").asText()).toList();
    }

    private static List<String> send(ApiClient indicator, Batch batch) {
        Reply reply = indicator.post("/v1/measurement-batches", batch.json());
        assertThat(reply.status()).as(reply.problem()).isEqualTo(201);
        return List.of(reply.sequence().orElseThrow());
    }

    private List<String> measurementRevisions() {
        List<JsonNode> all = demo.measurements("");
        assertThat(all).hasSizeGreaterThan(70);
        return all.stream()
                .map(item ->
                        item.path("id").asText() + " " + item.path("revision").asText() + " " + item.path("recordedAt"))
                .toList();
    }

    private JsonNode findings(String indicator, String period) {
        return demo.steward(Service.INDICATOR)
                .get("/v1/findings?unit=87&code=STATED_PERCENT_DIFFERS&indicator=" + indicator + "&period=" + period)
                .json()
                .path("items");
    }

    private static void assertRatio(JsonNode rollup, String numerator, String denominator, String percent) {
        assertThat(rollup.path("numerator").decimalValue())
                .as(rollup.toString())
                .isEqualByComparingTo(numerator);
        assertThat(rollup.path("denominator").decimalValue()).isEqualByComparingTo(denominator);
        assertPercent(rollup, percent);
    }

    private static void assertPercent(JsonNode figure, String percent) {
        BigDecimal actual = ApiJson.read(figure.path("percent").toString()).decimalValue();
        assertThat(figure.hasNonNull("percent")).as(figure.toString()).isTrue();
        assertThat(actual.setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo(percent);
    }
}
