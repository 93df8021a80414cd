package vn.nhipso.reporting.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;

/** Asks the service, with figures as exact decimals. */
public final class Answers {

    private Answers() {}

    /** The first rollup, once everything up to the tokens is applied. */
    public static JsonPath rollup(List<String> minSequence, String query) {
        return json(get("/v1/rollups?" + query, minSequence), "items[0]");
    }

    /** A figure with its decimals. */
    public static String decimal(JsonPath json, String path) {
        Object number = json.get(path);
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
    }

    public static JsonPath json(Response response, String root) {
        response.then().statusCode(200);
        return response.jsonPath(
                        JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .setRootPath(root);
    }

    public static Response get(String path, List<String> minSequence) {
        StringBuilder url = new StringBuilder(path);
        minSequence.forEach(token -> url.append(path.contains("?") ? "&" : "?")
                .append("minSequence=")
                .append(token));
        return given().urlEncodingEnabled(false).when().get(url.toString());
    }
}
