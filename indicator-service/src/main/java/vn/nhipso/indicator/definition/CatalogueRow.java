package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A row of an import.
 *
 * @param place the line of a table, or the position of an item
 * @param code as given; "" where it is none
 * @param body what it says, in the form of JSON; a null takes a field away
 * @param partial whether a field that it does not name stays as it is
 */
record CatalogueRow(int place, String code, ObjectNode body, boolean partial) {

    /** What the service adds to a definition by itself. */
    private static final Set<String> ADDED = Set.of("version", "revision", "recordedAt", "sequence");

    /** An item of JSON, also one as it was answered, or the code beside the body of its PUT. */
    static CatalogueRow of(int place, ObjectNode item) {
        JsonNode code = item.remove("code");
        item.remove(ADDED);
        ObjectNode body = item.size() == 1 && item.get("body") instanceof ObjectNode put ? put : item;
        return new CatalogueRow(place, code != null && code.isTextual() ? code.textValue() : "", body, false);
    }

    boolean hasCode() {
        return code.matches(IndicatorCode.PATTERN);
    }
}
