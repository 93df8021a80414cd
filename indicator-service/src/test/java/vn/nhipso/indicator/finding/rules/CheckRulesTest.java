package vn.nhipso.indicator.finding.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static vn.nhipso.indicator.Province.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** The examples of the list of rules do what the list says, sent over HTTP as they stand there; only codes are other ones. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CheckRulesTest {

    private static final String ALL = "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"";
    private static final String COMMUNE = "\"COMMUNE\"";

    private static final Map<String, String[]> DEFINITIONS = Map.ofEntries(
            Map.entry("DG01", new String[] {"RATIO", "FLOW", "MONTH", ALL, ""}),
            Map.entry("DG04", new String[] {"RATIO", "STOCK", "QUARTER", "\"PROVINCE\"", ""}),
            Map.entry("DG05", new String[] {"RATIO", "STOCK", "QUARTER", "\"PROVINCE\"", ""}),
            Map.entry("DG07", new String[] {"RATIO", "STOCK", "QUARTER", ALL, ""}),
            Map.entry("DI01", new String[] {"RATIO", "STOCK", "HALF", COMMUNE, ""}),
            Map.entry("DI02", new String[] {"RATIO", "STOCK", "HALF", COMMUNE, ""}),
            Map.entry("HH01", new String[] {"COUNT", "STOCK", "YEAR", COMMUNE, "\"unitOfMeasure\":\"count\","}),
            Map.entry("DI03", new String[] {"RATIO", "STOCK", "HALF", COMMUNE, ""}),
            Map.entry("DI07", new String[] {"RATIO", "STOCK", "HALF", COMMUNE, ""}),
            Map.entry("DS03", new String[] {"RATIO", "STOCK", "HALF", COMMUNE, ""}),
            Map.entry("DS05", new String[] {"RATIO", "STOCK", "MONTH", COMMUNE, ""}),
            Map.entry("DT01", new String[] {"COUNT", "STOCK", "QUARTER", COMMUNE, "\"unitOfMeasure\":\"count\","}),
            Map.entry("DT02", new String[] {"COUNT", "STOCK", "QUARTER", COMMUNE, "\"unitOfMeasure\":\"count\","}),
            Map.entry("DT03", new String[] {"RATIO", "STOCK", "QUARTER", COMMUNE, ""}),
            Map.entry("DX02", new String[] {
                "COUNT", "STOCK", "YEAR", "\"DISTRICT\"", "\"unitOfMeasure\":\"count\",\"validFrom\":\"2023-01-01\","
            }));

    private static int examples;

    @Test
    void everyExampleShouldBeAcceptedOrRejectedAsTheListSays() {
        units();
        List<Map<String, Object>> rules = given().get("/v1/check-rules").path("items");
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> rule : rules) {
            String code = (String) Objects.requireNonNull(rule.get("code"));
            boolean rejects = (boolean) Objects.requireNonNull(rule.get("rejects"));
            if (found(send(rule.get("accepted"))).contains(code)) {
                wrong.add(code + " does not accept its example");
            }
            Response last = send(rule.get("rejected"));
            if (!found(last).contains(code) || last.statusCode() != (rejects ? 422 : 201)) {
                wrong.add(code + " does not find its example: " + last.asString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rules).extracting(rule -> rule.get("code")).contains(findings());
    }

    @Test
    void rulesShouldSayTheirSettings() {
        given().get("/v1/check-rules")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'JUMP' }.parameters.name", contains("points", "factor", "least"))
                .body("items.find { it.code == 'JUMP' }.parameters[0].value", equalTo(30))
                .body("items.find { it.code == 'JUMP' }.rejects", equalTo(false))
                .body("items.find { it.code == 'UNIT_UNKNOWN' }.severity", equalTo("ERROR"));
    }

    @Test
    void readmeShouldHaveTheSameTable() throws java.io.IOException {
        String readme = java.nio.file.Files.readString(java.nio.file.Path.of("README.md"));
        List<Map<String, Object>> rules = given().get("/v1/check-rules").path("items");

        assertThat(rules).allSatisfy(rule -> assertThat(readme)
                .contains("| `" + rule.get("code") + "` | "
                        + (Boolean.TRUE.equals(rule.get("rejects")) ? "rejects" : "finds")));
    }

    private static Object[] findings() {
        return java.util.Arrays.stream(Oddity.Code.values()).map(Enum::name).toArray();
    }

    /** Sends an example under indicators of its own, and gives the answer to its last item. */
    private static Response send(@Nullable Object example) {
        examples++;
        String text = EventJson.write(Objects.requireNonNull(example));
        // From the last, for what cites HH01 needs it.
        for (String code : new TreeSet<>(DEFINITIONS.keySet()).descendingSet()) {
            if (text.contains("\"" + code + "\"")) {
                text = text.replace("\"" + code + "\"", "\"" + own(code) + "\"");
                String[] words = Objects.requireNonNull(DEFINITIONS.get(code));
                String cites = code.equals("DI03") ? "\"denominatorIndicator\":\"" + own("HH01") + "\"," : "";
                Province.define(own(code), words[0], words[1], words[2], words[3], words[4] + cites);
            }
        }
        text = text.replaceAll("\"unit\":\"([0-9]+)\"", "\"unit\":\"64$1\"");
        Example read = EventJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), Example.class);
        for (Map<String, Object> target : read.targets() == null ? List.<Map<String, Object>>of() : read.targets()) {
            post("/v1/targets", EventJson.write(target)).then().statusCode(lessThan(300));
        }
        List<Map<String, Object>> items = read.items();
        int first = Boolean.TRUE.equals(read.together()) ? 0 : items.size() - 1;
        if (first > 0) {
            batch(items.subList(0, first)).then().statusCode(201);
        }
        return batch(items.subList(first, items.size()));
    }

    private static String own(String code) {
        return "DT8" + (examples < 10 ? "0" : "") + examples + code;
    }

    private static Response batch(List<Map<String, Object>> items) {
        return post("/v1/measurement-batches", EventJson.write(Map.of("items", items)));
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Set<String> found(Response answer) {
        Set<String> codes = new TreeSet<>();
        if (answer.statusCode() == 422) {
            codes.addAll(answer.path("errors.code"));
        } else {
            codes.addAll(answer.<List<String>>path("results.findings.code.flatten()"));
        }
        return codes;
    }

    private static void units() {
        Province.exists();
        List<String> units = new ArrayList<>(List.of(
                unit("6487", "PROVINCE", "VN", "2021-01-01", "2025-07-01"),
                unit("6493", "PROVINCE", "VN", "2021-01-01", "2025-07-01"),
                unit("64870", "DISTRICT", "6487", "2021-01-01", "2025-07-01"),
                unit("64871", "DISTRICT", "6487", "2021-01-01", "2025-07-01"),
                unit("64934", "DISTRICT", "6493", "2021-01-01", "2025-07-01"),
                unit("6431408", "COMMUNE", "64934", "2021-01-01", "2025-07-01"),
                unit("6431420", "COMMUNE", "92", "2025-07-01", null)));
        for (int code = 30001; code <= 30016; code += 3) {
            units.add(unit("64" + code, "COMMUNE", "64871", "2021-01-01", "2025-07-01"));
        }
        Province.change(units.toArray(String[]::new));
    }

    /** An example as it is sent. */
    record Example(
            @Nullable List<Map<String, Object>> targets,
            List<Map<String, Object>> items,
            @Nullable Boolean together) {}
}
