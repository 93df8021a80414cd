package vn.nhipso.indicator.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.sendAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** What is not published is for those who report, approve or keep it; to everybody else there is no trace of it. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class InsightsTest {

    private static final String REPORTER = TestTokens.reporter("871");

    private static final List<String> OUTSIDERS = List.of(
            "",
            TestTokens.operator(),
            TestTokens.reporter("870"),
            TestTokens.token("reporter", "", "reporter"),
            TestTokens.token("nobody", "VN"));

    private static final List<String> INSIDERS =
            List.of(REPORTER, TestTokens.steward(), TestTokens.token("a87", "87", "approver"));

    @BeforeEach
    void province() {
        Province.exists();
    }

    private static ValidatableResponse get(String token, String path) {
        var request = given();
        if (!token.isEmpty()) {
            request.auth().oauth2(token);
        }
        return request.get(path).then();
    }

    private static void shouldSee(List<String> tokens, String path, int items) {
        for (String token : tokens) {
            get(token, path).statusCode(200).body("items", hasSize(items));
        }
    }

    private static void report(String period, String says) {
        sendAs(REPORTER, "", item("DE03", "871", period, "OWN", says)).then().statusCode(201);
    }

    private static String id(String period) {
        return get(REPORTER, "/v1/measurements?unit=871&period=" + period)
                .extract()
                .path("items[0].id");
    }

    @Test
    void firstValueThatWaitsShouldBeSeenWithinItsSubtreeOnly() {
        report("2021-Q1", "\"numerator\":1,\"denominator\":4,\"value\":30");
        List<String> paths = new ArrayList<>();
        paths.add("/v1/measurements?unit=871&period=2021-Q1");
        paths.add("/v1/findings?unit=871&period=2021-Q1");

        for (String path : paths) {
            shouldSee(OUTSIDERS, path, 0);
            shouldSee(INSIDERS, path, 1);
        }
        String one = "/v1/measurements/" + id("2021-Q1");
        for (String token : OUTSIDERS) {
            get(token, one).statusCode(404);
            get(token, one + "/revisions").statusCode(404);
        }
        for (String token : INSIDERS) {
            get(token, one).statusCode(200);
            get(token, one + "/revisions").statusCode(200).body("items", hasSize(1));
        }
    }

    @Test
    void correctionThatWaitsShouldLeaveNoTraceForOthers() {
        send(item("DE03", "871", "2021-Q2", "OWN", "\"numerator\":1,\"denominator\":4,\"value\":25"))
                .then()
                .statusCode(201);
        report("2021-Q2", "\"value\":30,\"reason\":{\"code\":\"MISPRINT\"}");
        String revisions = "/v1/measurements/" + id("2021-Q2") + "/revisions";

        shouldSee(OUTSIDERS, "/v1/findings?unit=871&period=2021-Q2", 0);
        shouldSee(INSIDERS, "/v1/findings?unit=871&period=2021-Q2", 1);
        shouldSee(OUTSIDERS, revisions, 1);
        shouldSee(INSIDERS, revisions, 2);
        get(TestTokens.reporter("870"), revisions).body("items[0].author", nullValue());
    }

    @Test
    void findingAboutWhatWasNeverPublishedShouldStayHiddenWhenItIsResolved() {
        report("2021-Q3", "\"numerator\":1,\"denominator\":4,\"value\":30");
        send(item("DE03", "871", "2021-Q3", "OWN", "\"value\":25")).then().statusCode(201);

        shouldSee(OUTSIDERS, "/v1/measurements?unit=871&period=2021-Q3", 1);
        shouldSee(OUTSIDERS, "/v1/findings?unit=871&period=2021-Q3", 0);
        shouldSee(INSIDERS, "/v1/findings?unit=871&period=2021-Q3", 1);
    }

    @Test
    void findingShouldBeOpenToAllWhenItsFigureIsPublished() {
        report("2021-Q4", "\"numerator\":1,\"denominator\":4,\"value\":30");
        send(item("DE03", "871", "2021-Q4", "OWN", "\"numerator\":1,\"denominator\":4,\"value\":30"))
                .then()
                .statusCode(201);

        shouldSee(OUTSIDERS, "/v1/findings?unit=871&period=2021-Q4", 1);
    }

    @Test
    void wholeHeldAgainstAPartThatWaitsShouldNotTellOfThePart() {
        send(
                item("DG01", "871", "2022-01", "OWN", "\"value\":10"),
                item("DG01", "871", "2022-01", "WHOLE", "\"value\":60"));
        sendAs(REPORTER, "", item("DG01", "871", "2022-01", "CHILDREN", "\"value\":20"))
                .then()
                .statusCode(201);

        shouldSee(OUTSIDERS, "/v1/findings?unit=871&period=2022-01", 0);
        shouldSee(INSIDERS, "/v1/findings?unit=871&period=2022-01", 1);
    }
}
