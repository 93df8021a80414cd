package vn.nhipso.directory;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.kit.testing.TestTokens;

/** The directory as its callers use it. */
public final class Directory {

    private Directory() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    public static RequestSpecification steward() {
        return as(TestTokens.steward());
    }

    public static ValidatableResponse post(String path, Object body) {
        return steward().body(body).post(path).then();
    }

    public static ValidatableResponse get(String path, Object... pathParameters) {
        return given().header("Accept-Language", "en").get(path, pathParameters).then();
    }

    /** Records a change and returns its id. */
    public static String record(ChangeBody change) {
        return post("/v1/unit-changes", change.map()).statusCode(201).extract().path("id");
    }

    public static ChangeBody change(String kind, String effectiveOn) {
        return new ChangeBody(kind, effectiveOn);
    }

    public static Map<String, Object> unit(String code, String name, String type, String parent) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("code", code);
        unit.put("name", name);
        unit.put("type", type);
        unit.put("parentCode", parent);
        return unit;
    }

    /** A change in the making. */
    public static final class ChangeBody {
        private final Map<String, Object> body = new LinkedHashMap<>();
        private final List<Object> ends = new ArrayList<>();
        private final List<Object> begins = new ArrayList<>();
        private final List<Object> lineage = new ArrayList<>();

        ChangeBody(String kind, String effectiveOn) {
            body.put("kind", kind);
            body.put("act", Map.of("number", "1/NQ-TEST", "issuer", "Quốc hội", "issuedOn", "2020-12-01"));
            body.put("effectiveOn", effectiveOn);
            body.put("ends", ends);
            body.put("begins", begins);
            body.put("lineage", lineage);
        }

        public ChangeBody act(String number) {
            body.put("act", Map.of("number", number));
            return this;
        }

        public ChangeBody with(String field, Object value) {
            body.put(field, value);
            return this;
        }

        public ChangeBody without(String field) {
            body.remove(field);
            return this;
        }

        public ChangeBody ends(Object... codes) {
            ends.addAll(List.of(codes));
            return this;
        }

        public ChangeBody begins(String code, String name, String type, String parent) {
            begins.add(unit(code, name, type, parent));
            return this;
        }

        public ChangeBody begins(Map<String, Object> unit) {
            begins.add(unit);
            return this;
        }

        public ChangeBody whole(String from, String to) {
            lineage.add(Map.of("from", from, "to", to, "area", "WHOLE", "population", "WHOLE"));
            return this;
        }

        public ChangeBody part(String from, String to) {
            lineage.add(Map.of("from", from, "to", to, "area", "PART", "population", "PART"));
            return this;
        }

        public ChangeBody edge(Map<String, Object> edge) {
            lineage.add(edge);
            return this;
        }

        public Map<String, Object> map() {
            return body;
        }
    }
}
