package vn.nhipso.indicator.measurement.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.sendAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** What must hold for every history of batches: made-up ones, the same in every build. Two indicators are two worlds in which one is held against the other. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class IngestHistoriesTest {

    private static final int UNITS = 4;
    private static final String[] PERIODS = {"2022-01", "2022-Q3", "2022"};
    private static final String[] SCOPES = {"OWN", "WHOLE", "CHILDREN"};
    private static final String WITHDRAWAL = "\"withdrawn\":true,\"reason\":{\"code\":\"WRONG_UNIT\"}";

    private static List<String> units = List.of();

    @BeforeEach
    void province() {
        Province.exists();
        if (units.isEmpty()) {
            units = Province.communes("610", UNITS);
        }
    }

    private static void define(String indicator) {
        Province.define(indicator, "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
    }

    /** A place for a value, in whichever world: at communes a WHOLE is an OWN, so both are never of one place. */
    private record Place(String unit, String period, String scope) {

        String item(String indicator, String says) {
            return Province.item(indicator, unit, period, scope, says);
        }
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String period : PERIODS) {
            units.forEach(unit -> places.add(new Place(unit, period, "OWN")));
            for (String scope : SCOPES) {
                places.add(new Place("610", period, scope));
            }
        }
        return places;
    }

    private static String value(Random random) {
        int denominator = 1 + random.nextInt(200);
        return switch (random.nextInt(4)) {
            case 0 -> "\"absence\":\"NO_METHOD\"";
            case 1 -> "\"value\":" + random.nextInt(100) + ".50,\"qualifiers\":[\"ABOUT\"]";
            case 2 -> "\"numerator\":" + random.nextInt(denominator + 1);
            default -> "\"numerator\":" + random.nextInt(denominator + 1) + ",\"denominator\":" + denominator;
        };
    }

    /** What everybody reads, without what differs between worlds. */
    private static Map<String, Object> state(String indicator) {
        Map<String, Object> state = new TreeMap<>();
        List<Map<String, Object>> items =
                read("indicator=" + indicator + "&pageSize=1000").path("items");
        for (Map<String, Object> item : items) {
            Map<String, Object> said = new LinkedHashMap<>(item);
            List.of("id", "indicator", "recordedAt", "revision").forEach(said::remove);
            state.put(item.get("unit") + " " + item.get("period") + " " + item.get("scope"), said);
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void anyRepetitionAndAnyOrderOfBatchesThatDoNotContradictShouldGiveTheSameState(long seed) {
        define("WT11-" + seed);
        define("WT12-" + seed);
        Random random = new Random(seed);
        Map<Place, String> says = new LinkedHashMap<>();
        places().forEach(place -> says.put(place, value(random)));
        List<List<Place>> batches = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            List<Place> some = new ArrayList<>(says.keySet());
            Collections.shuffle(some, random);
            batches.add(some.subList(0, 1 + random.nextInt(some.size())));
        }

        batches.forEach(batch -> send("WT11-" + seed, batch, says));
        List<List<Place>> again = new ArrayList<>(batches);
        again.addAll(batches.subList(0, 3));
        Collections.shuffle(again, random);
        again.forEach(batch -> send("WT12-" + seed, batch, says));

        assertThat(state("WT12-" + seed)).isEqualTo(state("WT11-" + seed)).isNotEmpty();
    }

    private static void send(String indicator, List<Place> batch, Map<Place, String> says) {
        String[] items = batch.stream()
                .map(place -> place.item(indicator, says.getOrDefault(place, "")))
                .toArray(String[]::new);
        assertThat(Province.send(items).statusCode()).isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void partialShouldStoreWhatAtomicStoresOfTheGoodRows(long seed) {
        String partial = "WT21-" + seed;
        String atomic = "WT22-" + seed;
        define(partial);
        define(atomic);
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>(places());
        Collections.shuffle(places, random);
        List<String> said = new ArrayList<>();
        for (Place place : places) {
            said.add(random.nextInt(3) == 0 ? wrong(random) : value(random));
        }
        places.add(places.getFirst());
        said.add("\"value\":99.9,\"numerator\":7");

        Response answer = sendAs(TestTokens.steward(), "?mode=PARTIAL", items(partial, places, said, null));
        List<String> outcomes = answer.path("results.outcome");
        Response good = Province.send(items(atomic, places, said, outcomes));

        assertThat(outcomes).contains("REJECTED", "ACCEPTED");
        assertThat(good.statusCode()).isEqualTo(201);
        assertThat(good.<Integer>path("accepted")).isEqualTo(answer.<Integer>path("accepted"));
        assertThat(state(partial)).isEqualTo(state(atomic)).isNotEmpty();
    }

    private static String wrong(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "\"numerator\":5,\"denominator\":4";
            case 1 -> "\"value\":-1";
            case 2 -> "\"denominator\":4";
            default -> "\"value\":\"many\"";
        };
    }

    /** @param outcomes leaves out what was rejected; null for all */
    private static String[] items(String indicator, List<Place> places, List<String> said, List<String> outcomes) {
        List<String> items = new ArrayList<>();
        for (int row = 0; row < places.size(); row++) {
            if (outcomes == null || !outcomes.get(row).equals("REJECTED")) {
                items.add(places.get(row).item(indicator, said.get(row)));
            }
        }
        return items.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {31})
    void readAsOfAMomentShouldGiveWhatAReadGaveThen(long seed) {
        String indicator = "WT31-" + seed;
        define(indicator);
        Random random = new Random(seed);
        List<Place> places = places().subList(0, 4);
        Map<Instant, List<Map<String, Object>>> known = new LinkedHashMap<>();
        for (int write = 0; write < 14; write++) {
            Place place = places.get(random.nextInt(places.size()));
            String says = random.nextInt(4) == 0 ? WITHDRAWAL : value(random) + ",\"reason\":{\"code\":\"MISPRINT\"}";
            String token = random.nextInt(3) == 0 ? TestTokens.reporter("610") : TestTokens.steward();
            sendAs(token, "", item(indicator, place.unit(), place.period(), place.scope(), says));
            List<Map<String, Object>> now = read("indicator=" + indicator).path("items");
            Instant moment = Instant.now();
            assertThat(asOf(indicator, moment)).as("write " + write).isEqualTo(now);
            known.put(moment, now);
        }

        assertThat(known.values().stream().distinct().count()).isGreaterThan(5);
        known.forEach((moment, then) -> assertThat(asOf(indicator, moment)).isEqualTo(then));
    }

    private static List<Map<String, Object>> asOf(String indicator, Instant moment) {
        return read("indicator=" + indicator + "&asOf=" + moment).path("items");
    }
}
