package vn.nhipso.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ExplanationResourceTest {

    private static List<String> all;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("54000", "PROVINCE", "VN"),
                        unit("54010", "DISTRICT", "54000"),
                        unit("54011", "COMMUNE", "54010"),
                        unit("54012", "COMMUNE", "54010"),
                        unit("54013", "COMMUNE", "54010"),
                        unit("54014", "COMMUNE", "54010"))));
        events.add(definition("X5DG01", "RATIO", "FLOW", "DISTRICT COMMUNE", null));
        events.add(definition("X5NEW", "COUNT", "FLOW", "COMMUNE", null));
        events.addAll(List.of(
                measurement("X5DG01 54010 2022-H1 WHOLE 9475/15684 =60.41 AT_LEAST"),
                measurement("X5DG01 54011 2022-H1 OWN 300/420"),
                measurement("X5DG01 54012 2022-H1 OWN =81.44"),
                measurement("X5DG01 54013 2022-H1 OWN !NOT_APPLICABLE"),
                measurement("X5NEW 54011 2022-01 OWN =10"),
                measurement("X5NEW 54011 2022-02 OWN =20"),
                measurement(3, "X5NEW 54011 2022-03 OWN =30"),
                measurement("X5NEW 54012 2022-01 OWN =5")));
        all = Feed.send(events);
    }

    private static JsonPath explanation(String query) {
        return json(get("/v1/explanations?" + query, all), "");
    }

    @Test
    void figureOfHongNguShouldBeItsOneStatementAndTellWhatItStandsFor() {
        JsonPath told = explanation("indicator=X5DG01&unit=54010&period=2022-H1");
        assertThat(decimal(told, "rollup.percent")).isEqualTo("60.4119");
        assertThat(told.getList("contributions")).hasSize(1);
        assertThat(told.getString("contributions[0].unit")).isEqualTo("54010");
        assertThat(told.getString("contributions[0].scope")).isEqualTo("WHOLE");
        assertThat(decimal(told, "contributions[0].numerator")).isEqualTo("9475");
        assertThat(decimal(told, "contributions[0].denominator")).isEqualTo("15684");
        assertThat(decimal(told, "contributions[0].value")).isEqualTo("60.41");
        assertThat(told.getString("contributions[0].basis")).isEqualTo("STATED");
        assertThat(told.getInt("contributions[0].revision")).isEqualTo(1);
        assertThat(told.getString("contributions[0].recordedAt")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(told.getString("contributions[0].measurement")).isEqualTo("X5DG01|54010|2022-H1|WHOLE");
        assertThat(told.getList("excluded.unit")).containsExactly("54011", "54012");
        assertThat(told.getList("excluded.reason")).containsOnly("STATED_STANDS_ABOVE");
        assertThat(told.getString("excluded[0].by.unit")).isEqualTo("54010");
        assertThat(told.getList("missing.unit")).containsExactly("54013", "54014");
        assertThat(told.getList("missing.reason")).containsExactly("NOT_APPLICABLE", "MISSING");
        assertThat(told.getString("ruleVersion")).isEqualTo("rollup-1");
        assertThat(told.getString("hierarchyDate")).isEqualTo("2022-06-30");
        assertThat(told.getString("rollup.watermark.sequence")).contains("indicator:");
    }

    @Test
    void childrenShouldBeExplainedWithoutTheStatementAboutTheWhole() {
        JsonPath told = explanation("indicator=X5DG01&unit=54010&period=2022-H1&scope=CHILDREN");
        assertThat(told.getString("rollup.basis")).isEqualTo("PARTIAL");
        assertThat(told.getList("contributions.unit")).containsExactly("54011");
        assertThat(told.getList("excluded.unit")).containsExactly("54010", "54012");
        assertThat(told.getList("excluded.reason")).containsExactly("OTHER_SCOPE", "NO_COUNTS");
    }

    @Test
    void quarterOfAFlowShouldBeExplainedByItsMonths() {
        JsonPath told = explanation("indicator=X5NEW&unit=54010&period=2022-Q1");
        assertThat(told.getList("contributions.findAll { it.unit == '54011' }.period"))
                .containsExactly("2022-01", "2022-02", "2022-03");
        assertThat(told.getInt("contributions[2].revision")).isEqualTo(3);
        assertThat(told.getList("missing.unit")).contains("54013", "54014");
    }

    @Test
    void whatIsNotThereShouldBeSaidSo() {
        get("/v1/explanations?indicator=X5NIX&unit=54010&period=2022-H1", all)
                .then()
                .statusCode(404);
        get("/v1/explanations?indicator=X5DG01&unit=54099&period=2022-H1", all)
                .then()
                .statusCode(404);
        get("/v1/explanations?indicator=X5DG01&period=2022-H1", all).then().statusCode(400);
        JsonPath silent = explanation("indicator=X5DG01&unit=54000&period=2030-H1&scope=OWN");
        assertThat(silent.getString("rollup.basis")).isEqualTo("NONE");
        assertThat(silent.getList("contributions")).isEmpty();
    }
}
