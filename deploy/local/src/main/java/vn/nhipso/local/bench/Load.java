package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/**
 * Sends what communes report: month by month each commune its indicators, year by year, and after eight years the same again with other numbers. Remembers what
 * all of it must add up to.
 */
final class Load {

    private static final int DENOMINATOR = 1_000_000;
    private static final YearMonth FIRST = YearMonth.of(2023, 1);
    private static final int YEARS = 8;

    private record Place(String indicator, String commune, YearMonth period) {}

    private final ApiClient indicator;
    private final List<String> indicators = BenchProvince.indicators();
    private final List<String> communes = BenchProvince.communes();
    private final Map<Place, Long> current = new HashMap<>();
    /** So that a second run against the same stack changes every number too. */
    private final long salt;

    private long next;

    Load(ApiClient indicator, long salt) {
        this.indicator = indicator;
        this.salt = salt;
    }

    long sent() {
        return next;
    }

    /** Returns after the 201. */
    void send(int count) {
        ObjectNode batch = ApiJson.mapper().createObjectNode();
        ArrayNode items = batch.putArray("items");
        for (int i = 0; i < count; i++) {
            Place place = place(next);
            long numerator = Math.floorMod(salt + next * 7919, DENOMINATOR);
            current.put(place, numerator);
            items.addObject()
                    .put("indicator", place.indicator())
                    .put("unit", place.commune())
                    .put("period", place.period().toString())
                    .put("scope", "OWN")
                    .put("numerator", numerator)
                    .put("denominator", DENOMINATOR);
            next++;
        }
        Reply reply = indicator.post("/v1/measurement-batches", batch);
        if (!reply.isSuccess()) {
            throw new StackException("The load was refused: " + reply.problem());
        }
    }

    private Place place(long number) {
        long report = number / indicators.size();
        return new Place(
                indicators.get((int) (number % indicators.size())),
                communes.get((int) (report % communes.size())),
                month((int) (report / communes.size() % (12 * YEARS))));
    }

    /** A year after the other, the last one first. */
    private static YearMonth month(int number) {
        return FIRST.minusYears(number / 12).plusMonths(number % 12);
    }

    /** Period → indicator → the sum of the numerators that the province must show. */
    Map<String, Map<String, Long>> expected() {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        current.forEach(
                (place, numerator) -> sums.computeIfAbsent(place.period().toString(), period -> new TreeMap<>())
                        .merge(place.indicator(), numerator, Long::sum));
        return sums;
    }
}
