package vn.nhipso.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.nhipso.local.api.ApiJson;

/** The indicators of the demo data, for a deployment that wants to begin with them. */
public final class StartingCatalogue {

    private StartingCatalogue() {}

    /** As an import takes them. */
    public static JsonNode items() {
        ObjectNode document = ApiJson.mapper().createObjectNode();
        ArrayNode items = document.putArray("items");
        for (JsonNode definition : DemoFile.read("10-indicators.json").items()) {
            items.addObject().put("code", definition.path("code").asText()).setAll((ObjectNode)
                    definition.path("body"));
        }
        return document;
    }
}
