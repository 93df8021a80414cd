package vn.nhipso.indicator.finding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class FindingResourceTest {

    @BeforeEach
    void province() {
        Province.exists();
    }

    private static ValidatableResponse findings(String query) {
        return given().header("Accept-Language", "en")
                .get("/v1/findings?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void statedPercentThatIsNotThatOfTheCountsShouldBeFoundWithItsDenominator() {
        send(
                        item("DG02", "87", "2024-03", "WHOLE", "\"numerator\":906,\"denominator\":1797,\"value\":50.4"),
                        item("DI07", "87", "2024-04-14", "WHOLE", "\"numerator\":88,\"denominator\":143,\"value\":62"),
                        item(
                                "DG04",
                                "87",
                                "2024-04-14",
                                "OWN",
                                "\"numerator\":809,\"denominator\":1644,\"value\":48.62"),
                        item(
                                "DG05",
                                "87",
                                "2024-04-14",
                                "OWN",
                                "\"numerator\":282,\"denominator\":1644,\"value\":16.95"))
                .then()
                .statusCode(201)
                .body("results.row", contains(2, 3))
                .body("results[0].findings[0].code", equalTo("STATED_PERCENT_DIFFERS"))
                .body("results[0].findings[0].proposed.denominator", equalTo(1664));

        findings("unit=87&indicator=DG02").body("items", hasSize(0));
        findings("unit=87&indicator=DI07").body("items", hasSize(0));
        for (String indicator : new String[] {"DG04", "DG05"}) {
            findings("unit=87&period=2024-04-14&indicator=" + indicator + "&code=STATED_PERCENT_DIFFERS&state=OPEN")
                    .body("items", hasSize(1))
                    .body("items[0].severity", equalTo("WARNING"))
                    .body("items[0].scope", equalTo("OWN"))
                    .body("items[0].detail", containsString("1644"))
                    .body("items[0].proposed.denominator", equalTo(1664));
        }
    }

    @Test
    void correctionShouldResolveAFindingAndAnotherErrorOpenItAgain() {
        send(item("DG04", "87", "2023-04-14", "OWN", "\"numerator\":809,\"denominator\":1644,\"value\":48.62"));
        findings("unit=87&period=2023-04-14").body("items[0].state", equalTo("OPEN"));

        send(item("DG04", "87", "2023-04-14", "OWN", "\"denominator\":1664"))
                .then()
                .statusCode(201);
        findings("unit=87&period=2023-04-14").body("items.state", contains("RESOLVED"));

        send(item("DG04", "87", "2023-04-14", "OWN", "\"value\":60.00")).then().statusCode(201);
        findings("unit=87&period=2023-04-14")
                .body("items.state", contains("OPEN"))
                .body("items[0].proposed", nullValue());
    }

    @Test
    void laterFigureWithTheSameDenominatorShouldCompleteTheProposal() {
        send(item("DG05", "87", "2023-05-14", "OWN", "\"numerator\":282,\"denominator\":1644,\"value\":17.0"));
        findings("unit=87&period=2023-05-14").body("items[0].proposed", nullValue());

        send(item("DG04", "87", "2023-05-14", "OWN", "\"numerator\":809,\"denominator\":1644,\"value\":48.62"));
        findings("unit=87&period=2023-05-14&indicator=DG05").body("items[0].proposed", nullValue());
        findings("unit=87&period=2023-05-14").body("items", hasSize(2));
    }

    @Test
    void wholeOutsideItsPartsShouldBeFound() {
        send(
                item("DG01", "934", "2021-YTD09", "OWN", "\"value\":16.63"),
                item("DG01", "934", "2021-YTD09", "CHILDREN", "\"value\":54.30"),
                item("DG01", "934", "2021-YTD09", "WHOLE", "\"value\":60"));

        findings("unit=934&period=2021-YTD09&code=WHOLE_OUTSIDE_PARTS").body("items.scope", contains("WHOLE"));
        send(item("DG01", "934", "2021-YTD09", "WHOLE", "\"value\":36.27"));
        findings("unit=934&period=2021-YTD09&code=WHOLE_OUTSIDE_PARTS").body("items.state", contains("RESOLVED"));
    }

    @Test
    void figureOfAnotherPeriodThanTheOneDueShouldBeFound() {
        send(item("DG01", "871", "2021-H1", "WHOLE", "\"value\":40")).then().statusCode(201);

        findings("unit=871&period=2021-H1").body("items.code", contains("OFF_FREQUENCY"));
    }
}
