package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiJson;

/** Changes of units as the directory takes them. */
final class UnitChanges {

    private UnitChanges() {}

    static JsonNode establishing(Country country) {
        ObjectNode change = change("ESTABLISH", "CHAOS-0", Country.BEGIN);
        ArrayNode begins = change.putArray("begins");
        country.living(Country.BEGIN).forEach(place -> unit(begins, place, country.lastParent(place.code())));
        return change;
    }

    static JsonNode moving(int number, String code, LocalDate day, String parent) {
        ObjectNode change = change("TRANSFER", "CHAOS-" + number, day);
        unit(change.putArray("begins"), new Country.Place(code, 3), parent);
        return change;
    }

    /** @param parent of the one that begins with it, where one does */
    static JsonNode merging(int number, Country.Merger merger, LocalDate day, @Nullable String parent) {
        ObjectNode change = change("MERGE", "CHAOS-" + number, day);
        ArrayNode ends = change.putArray("ends");
        merger.from().forEach(ends::add);
        if (parent != null) {
            unit(change.putArray("begins"), new Country.Place(merger.to(), 3), parent);
        }
        ArrayNode lineage = change.putArray("lineage");
        merger.from().forEach(code -> lineage.addObject()
                .put("from", code)
                .put("to", merger.to())
                .put("area", "WHOLE")
                .put("population", "WHOLE"));
        return change;
    }

    private static ObjectNode change(String kind, String act, LocalDate day) {
        ObjectNode change =
                ApiJson.mapper().createObjectNode().put("kind", kind).put("effectiveOn", day.toString());
        change.putObject("act")
                .put("number", act)
                .put("issuer", "deploy/local/chaos")
                .put("issuedOn", day.toString());
        return change;
    }

    private static void unit(ArrayNode begins, Country.Place place, String parent) {
        String type = List.of("", "tỉnh", "huyện", "xã").get(place.level());
        begins.addObject()
                .put("code", place.code())
                .put("name", "Hỗn Loạn " + place.code())
                .put("fullName", List.of("", "Tỉnh", "Huyện", "Xã").get(place.level()) + " Hỗn Loạn " + place.code())
                .put("type", type)
                .put("level", List.of("", "PROVINCE", "DISTRICT", "COMMUNE").get(place.level()))
                .put("parentCode", parent);
    }
}
