package vn.nhipso.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import vn.nhipso.local.api.ApiJson;

/** Builds the body of a measurement batch. */
final class Batch {

    private final ObjectNode body = ApiJson.mapper().createObjectNode();
    private final ArrayNode items = body.putArray("items");

    Batch counts(String indicator, String unit, String period, String scope, long numerator, long denominator) {
        item(indicator, unit, period, scope).put("numerator", numerator).put("denominator", denominator);
        return this;
    }

    Batch value(String indicator, String unit, String period, String scope, String value) {
        item(indicator, unit, period, scope).put("value", new BigDecimal(value));
        return this;
    }

    ObjectNode item(String indicator, String unit, String period, String scope) {
        return items.addObject()
                .put("indicator", indicator)
                .put("unit", unit)
                .put("period", period)
                .put("scope", scope);
    }

    JsonNode json() {
        return body;
    }
}
