package vn.nhipso.indicator.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.unit;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.nhipso.indicator.Province;

/** The units and indicators of the feed's tests, and reading the feed as a client does. */
public final class Feed {

    public static final String DISTRICT = "650";
    public static final List<String> COMMUNES = List.of("65001", "65002", "65003", "65004", "65005", "65006");

    private static final AtomicBoolean MADE = new AtomicBoolean();

    private Feed() {}

    public static void unitsExist() {
        Province.exists();
        if (MADE.compareAndSet(false, true)) {
            List<String> units = new ArrayList<>(List.of(unit(DISTRICT, "DISTRICT", "87", "2020-01-01", null)));
            COMMUNES.forEach(code -> units.add(unit(code, "COMMUNE", DISTRICT, "2020-01-01", null)));
            units.add(unit("659", "DISTRICT", "87", "2020-01-01", null));
            units.add(unit("65901", "COMMUNE", "659", "2020-01-01", null));
            Province.change(units.toArray(String[]::new));
            Province.define("ET01", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
            Province.define("ET02", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
        }
    }

    /** Publishes a count of a hundred, and waits until the feed has got there: another writer may hold it back for a moment. */
    public static Response publish(String indicator, String unit, String period, int numerator) {
        Response answer = Province.send(figure(indicator, unit, period, numerator));
        long written = position(answer.path("sequence"));
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> position(changes("unit=none&after=indicator:" + (written - 1))
                                .path("next"))
                        >= written);
        return answer;
    }

    static long position(String sequence) {
        return Long.parseLong(sequence.substring("indicator:".length()));
    }

    public static String figure(String indicator, String unit, String period, int numerator) {
        return item(indicator, unit, period, "OWN", "\"numerator\":" + numerator + ",\"denominator\":100");
    }

    public static Response changes(String query) {
        return given().get("/v1/changes?" + query);
    }

    /** Everything behind a place, in pages of that size. */
    public static List<Map<String, Object>> all(String after, String filters, int pageSize) {
        List<Map<String, Object>> items = new ArrayList<>();
        String at = after;
        while (true) {
            Response page = changes("after=" + at + "&pageSize=" + pageSize + filters);
            page.then().statusCode(200);
            items.addAll(page.path("items"));
            String next = page.path("next");
            if (next.equals(at)) {
                return items;
            }
            at = next;
        }
    }

    /** What stands after these changes: the numerator by key. */
    public static Map<String, Object> state(Map<String, Object> before, List<Map<String, Object>> changes) {
        Map<String, Object> state = new LinkedHashMap<>(before);
        for (Map<String, Object> change : changes) {
            Map<?, ?> measurement = (Map<?, ?>) change.get("measurement");
            String key = measurement.get("indicator") + "|" + measurement.get("unit") + "|" + measurement.get("period");
            if ("WITHDRAWN".equals(change.get("type"))) {
                state.remove(key);
            } else {
                state.put(key, measurement.get("numerator"));
            }
        }
        return state;
    }
}
