package vn.nhipso.indicator.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.submission.Reports.COMMUNE;
import static vn.nhipso.indicator.submission.Reports.OTHER_COMMUNE;
import static vn.nhipso.indicator.submission.Reports.act;
import static vn.nhipso.indicator.submission.Reports.approver;
import static vn.nhipso.indicator.submission.Reports.as;
import static vn.nhipso.indicator.submission.Reports.create;
import static vn.nhipso.indicator.submission.Reports.submitted;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Who has reported, who is late and who is missing. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CoverageResourceTest {

    @Inject
    DueReturns dueReturns;

    @BeforeEach
    void units() {
        Reports.exist();
    }

    @Test
    void eachDistrictShouldShowWhatIsHandedInLateOrMissing() {
        String approved = submitted(COMMUNE, "2021-Q3", "\"value\":1");
        act(approver(), approved, "approval", "").then().statusCode(200);
        String begun = create(approver(), OTHER_COMMUNE, "2021-Q3").path("id");

        as(approver())
                .get("/v1/return-coverage?within=62000&period=2021-Q3&level=COMMUNE")
                .then()
                .statusCode(200)
                .body("closingDay", equalTo("2021-09-30"))
                .body("own.expected", equalTo(0))
                .body("items.unit.code", contains("62001", "62002"))
                .body("items[0].expected", equalTo(3))
                .body("items[0].submitted", equalTo(1))
                .body("items[0].approved", equalTo(1))
                .body("items[0].draft", equalTo(1))
                .body("items[0].late", equalTo(3))
                .body("items[0].lateReturns.unit.code", contains(COMMUNE))
                .body("items[0].missing.unit.code", contains(OTHER_COMMUNE, "62012"))
                .body("items[0].missing[0].id", equalTo(begun))
                .body("items[0].missing[0].status", equalTo("DRAFT"))
                .body("items[0].missing[1].status", nullValue())
                .body("items[0].missing[1].dueOn", equalTo("2021-10-10"))
                .body("items[1].missing.unit.code", contains("62020"));
        as(approver())
                .get("/v1/return-coverage?within=62000&period=2021-Q3")
                .then()
                .body("items[0].expected", equalTo(4))
                .body("items[0].missing.unit.code", hasItem("62001"));
        as(approver())
                .get("/v1/return-coverage?within=62000&period=2025-Q4&level=COMMUNE")
                .then()
                .body("items.unit.code", contains("62001", "62021"));
        as(approver())
                .get("/v1/return-coverage?within=62000&period=2021-10-12")
                .then()
                .body("items.missing.flatten()", empty());
    }

    @Test
    void coverageShouldBeOfTheCallersOwnSubtree() {
        given().get("/v1/return-coverage?within=62000&period=2021-Q3").then().statusCode(401);
        as(Reports.reporter())
                .get("/v1/return-coverage?within=62000&period=2021-Q3")
                .then()
                .statusCode(403);
        as(TestTokens.steward())
                .get("/v1/return-coverage?within=62999&period=2021-Q3")
                .then()
                .statusCode(404);
        as(TestTokens.steward())
                .get("/v1/return-coverage?period=2021-Q3")
                .then()
                .statusCode(400);
    }

    @Test
    void reportsShouldBeFoundOnTheDayOnWhichTheyAreDueLateOrSentBack() {
        submitted(COMMUNE, "2021-Q2", "\"value\":1");
        UUID begun =
                UUID.fromString(create(approver(), OTHER_COMMUNE, "2021-Q2").path("id"));
        LocalDate due = LocalDate.parse("2021-07-10");

        List<DueReturns.Due> found = dueReturns.lateSince(due.plusDays(1)).stream()
                .filter(one -> one.unit().startsWith("6201"))
                .toList();
        assertThat(found)
                .containsExactly(
                        new DueReturns.Due(OTHER_COMMUNE, "2021-Q2", due, begun, ReturnStatus.DRAFT),
                        new DueReturns.Due("62012", "2021-Q2", due, null, null));
        as(approver())
                .body("{\"dueOn\":\"2021-08-20\",\"remark\":\"lũ\"}")
                .post("/v1/returns/" + begun + "/extension")
                .then()
                .statusCode(200);
        assertThat(dueReturns.dueOn(due)).noneMatch(one -> begun.equals(one.id()));
        assertThat(dueReturns.dueOn(LocalDate.parse("2021-08-20"))).anyMatch(one -> begun.equals(one.id()));

        String id = Reports.idOf(COMMUNE, "2021-Q2");
        act(approver(), id, "rejection", "thiếu").then().statusCode(200);
        assertThat(dueReturns.returned(0, Long.MAX_VALUE, 10_000))
                .isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()))
                .filteredOn(one -> one.id().toString().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.remark()).isEqualTo("thiếu"));
    }
}
