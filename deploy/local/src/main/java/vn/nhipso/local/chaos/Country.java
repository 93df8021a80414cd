package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiJson;

/** A province of three districts whose communes move between them now and then: who belongs to whom on which day, as far as it was acknowledged. */
final class Country {

    static final String PROVINCE = "55";
    static final LocalDate BEGIN = LocalDate.of(2022, 1, 1);

    private static final int DISTRICTS = 3;
    private static final int COMMUNES = 12;

    private final List<Place> places = new ArrayList<>();
    private final Map<String, NavigableMap<LocalDate, String>> parents = new ConcurrentHashMap<>();

    /** @param level 1 province, 2 district, 3 commune */
    record Place(String code, int level) {}

    Country() {
        add(PROVINCE, 1, "VN");
        for (int district = 1; district <= DISTRICTS; district++) {
            add(PROVINCE + district, 2, PROVINCE);
        }
        for (int commune = 0; commune < COMMUNES; commune++) {
            add(Integer.toString(55_001 + commune), 3, PROVINCE + (commune % DISTRICTS + 1));
        }
    }

    private void add(String code, int level, String parent) {
        places.add(new Place(code, level));
        NavigableMap<LocalDate, String> since = new ConcurrentSkipListMap<>();
        since.put(BEGIN, parent);
        parents.put(code, since);
    }

    List<Place> places() {
        return places;
    }

    List<Place> communes() {
        return places.stream().filter(place -> place.level() == 3).toList();
    }

    List<String> districts() {
        return places.stream()
                .filter(place -> place.level() == 2)
                .map(Place::code)
                .toList();
    }

    List<Place> below(Place place, LocalDate day) {
        return places.stream()
                .filter(child -> place.code().equals(parent(child.code(), day)))
                .toList();
    }

    /** The codes of a unit and of all below it. */
    Set<String> within(Place place, LocalDate day) {
        Set<String> codes = new TreeSet<>(Set.of(place.code()));
        below(place, day).forEach(child -> codes.addAll(within(child, day)));
        return codes;
    }

    private @Nullable String parent(String code, LocalDate day) {
        return since(code).floorEntry(day).getValue();
    }

    private NavigableMap<LocalDate, String> since(String code) {
        NavigableMap<LocalDate, String> since = parents.get(code);
        if (since == null) {
            throw new IllegalArgumentException(code);
        }
        return since;
    }

    LocalDate lastMove(String code) {
        return since(code).lastKey();
    }

    String lastParent(String code) {
        return since(code).lastEntry().getValue();
    }

    void moved(String code, LocalDate day, String parent) {
        since(code).put(day, parent);
    }

    JsonNode establishing() {
        ObjectNode change = change("ESTABLISH", "CHAOS-0", BEGIN);
        ArrayNode begins = change.putArray("begins");
        places.forEach(place -> unit(begins, place, lastParent(place.code())));
        return change;
    }

    static JsonNode moving(int number, String code, LocalDate day, String parent) {
        ObjectNode change = change("TRANSFER", "CHAOS-" + number, day);
        unit(change.putArray("begins"), new Place(code, 3), parent);
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

    private static void unit(ArrayNode begins, Place place, String parent) {
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
