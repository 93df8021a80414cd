package vn.nhipso.indicator.submission;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.TestTokens;

/** A province of its own with two districts, their communes and indicators, and what people do with returns. */
final class Reports {

    static final String PROVINCE = "62000";
    static final String DISTRICT = "62001";
    static final String ENDED_DISTRICT = "62002";
    static final String COMMUNE = "62010";
    static final String OTHER_COMMUNE = "62011";
    static final String THIRD_COMMUNE = "62012";
    static final String MOVED_COMMUNE = "62020";

    private static final AtomicBoolean THERE = new AtomicBoolean();

    private Reports() {}

    static void exist() {
        Province.exists();
        if (THERE.compareAndSet(false, true)) {
            Province.change(
                    Province.unit(PROVINCE, "PROVINCE", "VN", "2021-01-01", null),
                    Province.unit(DISTRICT, "DISTRICT", PROVINCE, "2021-01-01", null),
                    Province.unit(ENDED_DISTRICT, "DISTRICT", PROVINCE, "2021-01-01", "2025-07-01"),
                    Province.unit(COMMUNE, "COMMUNE", DISTRICT, "2021-01-01", null),
                    Province.unit(OTHER_COMMUNE, "COMMUNE", DISTRICT, "2021-01-01", null),
                    Province.unit(THIRD_COMMUNE, "COMMUNE", DISTRICT, "2021-01-01", null),
                    Province.unit(MOVED_COMMUNE, "COMMUNE", ENDED_DISTRICT, "2021-01-01", "2025-07-01"),
                    Province.unit("62021", "COMMUNE", PROVINCE, "2025-07-01", null));
            Province.define(
                    "RT01", "COUNT", "STOCK", "QUARTER", "\"DISTRICT\",\"COMMUNE\"", "\"unitOfMeasure\":\"x\",");
            Province.define(
                    "RT02", "COUNT", "STOCK", "QUARTER", "\"DISTRICT\",\"COMMUNE\"", "\"unitOfMeasure\":\"x\",");
            Awaitility.await()
                    .until(() ->
                            create(TestTokens.steward(), "62021", "2025-Q3").statusCode() < 300);
        }
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    static Response create(String token, String unit, String period) {
        return as(token)
                .body("{\"unit\":\"" + unit + "\",\"period\":\"" + period + "\"}")
                .post("/v1/returns");
    }

    static String reporter() {
        return TestTokens.reporter(DISTRICT);
    }

    static String approver() {
        return TestTokens.token("approver-62", PROVINCE, "approver");
    }

    static Response report(String unit, String period, String value) {
        return Province.sendAs(reporter(), "", Province.item("RT01", unit, period, "OWN", value));
    }

    /** The id of the return that there is. */
    static String idOf(String unit, String period) {
        return as(reporter())
                .get("/v1/returns?unit=" + unit + "&period=" + period)
                .path("items[0].id");
    }

    static Response read(String id) {
        return as(reporter()).get("/v1/returns/" + id);
    }

    static Response act(String token, String id, String what, String remark) {
        return as(token)
                .body(remark.isEmpty() ? "{}" : "{\"remark\":\"" + remark + "\"}")
                .post("/v1/returns/" + id + "/" + what);
    }

    /** A return with one value, handed in. */
    static String submitted(String unit, String period, String value) {
        report(unit, period, value).then().statusCode(201);
        String id = idOf(unit, period);
        act(reporter(), id, "submission", "").then().statusCode(200);
        return id;
    }
}
