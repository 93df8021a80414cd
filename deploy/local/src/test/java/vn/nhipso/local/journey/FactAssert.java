package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;

/** Holds one fact against what the APIs answer. */
final class FactAssert {

    private final DemoStack demo;

    FactAssert(DemoStack demo) {
        this.demo = demo;
    }

    void holds(Fact fact) {
        switch (fact.get("loaded_as")) {
            case "MEASUREMENT", "STATEMENT", "ABSENCE NO_METHOD" -> measurement(fact);
            case "DUPLICATE_OF" -> duplicate(fact);
            case "RANK_OF", "TREND_OF" -> belongsTo(fact);
            case "TARGET" -> target(fact);
            case "TARGET and STATEMENT" -> {
                target(fact);
                measurement(fact);
            }
            case "DIRECTORY" -> directory(fact);
            default -> throw new AssertionError("nobody knows how to check " + fact);
        }
    }

    private void measurement(Fact fact) {
        JsonNode item = theOne(fact);
        sameNumber(fact, item, "numerator");
        sameNumber(fact, item, "denominator");
        if (fact.has("value_text")) {
            assertThat(item.path("valueText").asText()).as("valueText").isEqualTo(fact.get("value_text"));
            assertThat(item.path("value").asText()).as("decimals of the number").isEqualTo(fact.get("value_text"));
        } else {
            assertThat(item.hasNonNull("value"))
                    .as("a value that the text does not give")
                    .isFalse();
            assertThat(item.hasNonNull("valueText"))
                    .as("a value that the text does not give")
                    .isFalse();
        }
        assertThat(words(item.path("qualifiers"))).as("qualifiers").isEqualTo(fact.qualifiers());
        assertThat(item.path("absence").asText()).as("absence").isEqualTo(fact.get("absence"));
        stated(fact, item.path("stated"));
        findings(fact);
    }

    private static void sameNumber(Fact fact, JsonNode item, String field) {
        assertThat(item.path(field).asText()).as(field).isEqualTo(fact.get(field));
    }

    private static void stated(Fact fact, JsonNode stated) {
        assertThat(stated.path("status").asText()).as("stated status").isEqualTo(fact.get("stated_status"));
        assertThat(stated.path("dueYear").asText()).as("due year").isEqualTo(fact.get("due_year"));
    }

    private void findings(Fact fact) {
        if (!fact.has("proposed_denominator")) {
            return;
        }
        JsonNode finding = finding(fact);
        assertThat(finding.path("proposed").path("denominator").decimalValue())
                .isEqualByComparingTo(new BigDecimal(fact.get("proposed_denominator")));
    }

    private JsonNode finding(Fact fact) {
        Reply reply = demo.steward(Service.INDICATOR)
                .get("/v1/findings?indicator=" + fact.get("indicator") + "&unit=" + fact.get("unit_code") + "&period="
                        + fact.get("period") + "&code=" + fact.get("finding"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("items"))
                .as("finding " + fact.get("finding"))
                .hasSize(1);
        return reply.json().path("items").path(0);
    }

    /** The text says it twice: it is there once, at its first revision, and the second time is a finding. */
    private void duplicate(Fact fact) {
        measurement(fact);
        assertThat(theOne(fact).path("revision").asInt()).as("revision").isEqualTo(1);
        finding(fact);
    }

    private void belongsTo(Fact fact) {
        JsonNode stated = theOne(Fact.of(fact.get("of"))).path("stated");
        for (String[] pair :
                new String[][] {{"trend", "trend"}, {"rank", "rank"}, {"rankOf", "rank_of"}, {"rankAmong", "rank_among"}
                }) {
            assertThat(stated.path(pair[0]).asText()).as(pair[0]).isEqualTo(fact.get(pair[1]));
        }
    }

    private JsonNode theOne(Fact fact) {
        Reply reply = demo.anybody(Service.INDICATOR).get(fact.measurementQuery());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("items")).as(reply.body()).hasSize(1);
        return reply.json().path("items").path(0);
    }

    private void target(Fact fact) {
        Reply reply = demo.anybody(Service.INDICATOR)
                .get("/v1/targets?indicator=" + fact.get("indicator") + "&unit=" + fact.get("unit_code") + "&period="
                        + fact.get("period"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("items")).as(reply.body()).hasSize(1);
        JsonNode target = reply.json().path("items").path(0);
        assertThat(target.path("comparator").asText()).isEqualTo(fact.get("target_comparator"));
        assertThat(target.path("value").decimalValue()).isEqualByComparingTo(new BigDecimal(fact.get("target_value")));
        if (fact.get("loaded_as").equals("TARGET")) {
            assertThat(words(target.path("qualifiers"))).as("qualifiers").isEqualTo(fact.qualifiers());
        }
    }

    private void directory(Fact fact) {
        String path = "/v1/" + fact.get("directory_kind").toLowerCase(Locale.ROOT) + "s?unit="
                + ApiClient.encoded(fact.get("unit_code")) + "&validAt=" + dayOf(fact);
        Reply reply = demo.anybody(Service.DIRECTORY).get(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        for (JsonNode item : reply.json().path("items")) {
            if (item.path("name").asText().equals(fact.get("directory_name"))) {
                if (fact.has("valid_from")) {
                    assertThat(item.path("from").asText()).isEqualTo(fact.get("valid_from"));
                    assertThat(item.path("to").asText()).isEqualTo(fact.get("valid_to"));
                }
                return;
            }
        }
        throw new AssertionError(fact.get("directory_name") + " is not in " + reply.body());
    }

    /** A code means something only with a day, and some of these codes belong to other units now: a day of the fact's own time. */
    private static String dayOf(Fact fact) {
        return fact.has("valid_from")
                ? fact.get("valid_from")
                : fact.get("period").substring(0, 4) + "-06-30";
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new HashSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
