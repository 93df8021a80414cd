package vn.nhipso.directory.committee;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CommitteeResourceTest {

    @Test
    void aCommitteeShouldHaveAHeadThatIsAPersonOrAnOffice() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("50", "Năm Mươi", "tỉnh", "VN")
                .begins("501", "Một", "huyện", "50"));
        String id = post(
                        "/v1/committees",
                        Map.of(
                                "unit",
                                "501",
                                "name",
                                "Ban Chỉ đạo Chuyển đổi số huyện Một",
                                "note",
                                "Theo nguồn.",
                                "head",
                                Map.of("name", "Huỳnh Văn Tài", "position", "Chủ tịch UBND huyện"),
                                "members",
                                List.of(
                                        Map.of("office", "Phòng Văn hóa và Thông tin", "role", "STANDING_DEPUTY"),
                                        Map.of("position", "Chánh Văn phòng"))))
                .statusCode(201)
                .extract()
                .path("id");
        get("/v1/committees/" + id)
                .statusCode(200)
                .body(
                        "unit",
                        equalTo("501"),
                        "head.name",
                        equalTo("Huỳnh Văn Tài"),
                        "members.role",
                        contains("STANDING_DEPUTY", "MEMBER"),
                        "members[0].office",
                        equalTo("Phòng Văn hóa và Thông tin"),
                        "from",
                        nullValue());
        get("/v1/committees?unit=501").body("items", hasSize(1));
        get("/v1/committees?within=50&validAt=2023-01-01").body("items", hasSize(1));
        post("/v1/committees", Map.of("unit", "501", "name", "ban chỉ đạo chuyển đổi số huyện một"))
                .statusCode(409)
                .body("id", equalTo(id));
        // A district that ends takes its committee with it.
        record(change("ABOLISH", "2025-07-01").ends("501"));
        get("/v1/committees/" + id).body("to", equalTo("2025-07-01"));
        post("/v1/committees/" + id + "/end", Map.of("on", "2026-01-01")).statusCode(409);
    }

    @Test
    void aCommitteeShouldBeEnded() {
        record(change("CATALOGUE", "2021-01-01").begins("51", "Năm Mốt", "tỉnh", "VN"));
        String id = post("/v1/committees", Map.of("unit", "51", "name", "Ban", "from", "2022-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        as(TestTokens.reporter("50"))
                .body(Map.of("on", "2023-01-01"))
                .post("/v1/committees/" + id + "/end")
                .then()
                .statusCode(403);
        post("/v1/committees/" + id + "/end", Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/on"));
        post("/v1/committees/" + id + "/end", Map.of("on", "2023-01-01")).statusCode(200);
        get("/v1/committees?unit=51&validAt=2023-01-01").body("items", hasSize(0));
    }

    @Test
    void wrongSeatsShouldBeNamed() {
        post(
                        "/v1/committees",
                        Map.of(
                                "unit",
                                "VN",
                                "name",
                                "Ủy ban",
                                "head",
                                Map.of("role", "HEAD"),
                                "members",
                                List.of(Map.of("name", "A", "role", "HEAD"))))
                .statusCode(422)
                .body("errors.find { it.pointer == '/head' }.code", equalTo("PERSON_OR_OFFICE_MISSING"))
                .body("errors.find { it.pointer == '/members/0/role' }.code", equalTo("ALREADY_RECORDED"));
        post("/v1/committees", Map.of("unit", "VN", "name", "Ủy ban", "phone", "1"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
        get("/v1/committees/00000000-0000-0000-0000-000000000000")
                .statusCode(404)
                .body("code", equalTo("COMMITTEE_NOT_FOUND"));
    }
}
