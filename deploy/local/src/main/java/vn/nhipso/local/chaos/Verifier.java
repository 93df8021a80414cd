package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;

/** Reads everything back while nobody writes, and holds it against the ledger. */
final class Verifier {

    private final ApiClient indicator;
    private final Inquiry reports;
    private final List<Measure> measures;
    private final List<Term> periods;
    private final Country country;
    private final Ledger ledger;
    private final Tally tally;
    private final Map<FigureKey, Integer> revisions = new HashMap<>();
    private String after = "";

    Verifier(
            ApiClient indicator,
            Inquiry reports,
            List<Measure> measures,
            List<Term> periods,
            Country country,
            Ledger ledger,
            Tally tally) {
        this.indicator = indicator;
        this.reports = reports;
        this.measures = measures;
        this.periods = periods;
        this.country = country;
        this.ledger = ledger;
        this.tally = tally;
    }

    /** Every change once, in order, with its number. */
    void changes() {
        Map<FigureKey, List<Content>> expected = ledger.takeNews();
        Map<FigureKey, List<Content>> served = new HashMap<>();
        while (true) {
            String from = after.isEmpty() ? "" : "&after=" + ApiClient.encoded(after);
            JsonNode page = get(indicator, "/v1/changes?pageSize=1000" + Measure.filter(measures) + from);
            for (JsonNode change : page.path("items")) {
                JsonNode measurement = change.path("measurement");
                FigureKey key = FigureKey.of(measurement);
                served.computeIfAbsent(key, ignored -> new ArrayList<>()).add(Content.of(measurement));
                int revision = revisions.merge(key, 1, Integer::sum);
                if (measurement.path("revision").asInt() != revision) {
                    tally.wrong(key + " revision " + revision + " has the number " + measurement.path("revision"));
                }
            }
            String next = page.path("next").asText();
            if (next.equals(after)) {
                break;
            }
            after = next;
        }
        tally.figuresRead.addAndGet(
                served.values().stream().mapToInt(List::size).sum());
        Set<FigureKey> keys = Stream.concat(expected.keySet().stream(), served.keySet().stream())
                .collect(Collectors.toSet());
        keys.forEach(key -> compare(key, expected.getOrDefault(key, List.of()), served.getOrDefault(key, List.of())));
    }

    private void compare(FigureKey key, List<Content> expected, List<Content> served) {
        if (expected.equals(served)) {
            return;
        }
        String words = key + ": acknowledged " + expected + ", there are " + served;
        if (served.size() < expected.size()) {
            tally.lost(words);
        } else if (served.size() > expected.size()) {
            tally.doubled(words);
        } else {
            tally.wrong(words);
        }
    }

    /** What stands. */
    void figures() {
        Map<FigureKey, Content> expected = ledger.all();
        String path = "/v1/measurements?pageSize=1000" + Measure.filter(measures);
        String cursor = "";
        do {
            JsonNode page = get(indicator, path + cursor);
            for (JsonNode measurement : page.path("items")) {
                FigureKey key = FigureKey.of(measurement);
                tally.figuresRead.incrementAndGet();
                Content there = Content.of(measurement);
                Content content = expected.remove(key);
                if (content == null) {
                    tally.wrong(key + " stands as " + there + " and was withdrawn or never said");
                } else if (!content.equals(there)) {
                    tally.wrong(key + " stands as " + there + " instead of " + content);
                } else if (measurement.path("revision").asInt() != ledger.revisions(key)) {
                    tally.doubled(key + " has revision " + measurement.path("revision") + " after "
                            + ledger.revisions(key) + " changes");
                }
            }
            cursor = page.has("next")
                    ? "&cursor=" + ApiClient.encoded(page.path("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        expected.forEach((key, content) -> tally.lost(key + " " + content));
    }

    /** Every rollup of every unit, measure and period. */
    void rollups() {
        Oracle oracle = new Oracle(country, measures, ledger.all());
        for (Term period : periods) {
            StringBuilder path = new StringBuilder("/v1/rollups?period=" + period + Measure.filter(measures));
            List<Country.Place> places = country.living(period.closes());
            places.forEach(place -> path.append("&unit=").append(place.code()));
            JsonNode items = reports.ask(path.toString()).path("items");
            Map<String, JsonNode> served = new HashMap<>();
            items.forEach(item -> served.put(
                    item.path("indicator").asText()
                            + item.path("unit").path("code").asText(),
                    item));
            for (Measure measure : measures) {
                for (Country.Place place : places) {
                    JsonNode item = served.get(measure.code() + place.code());
                    rollup(oracle.rollup(measure, period, place), measure, period, place, item);
                }
            }
        }
    }

    /** Events that nobody could apply. */
    void deadLetters() {
        reports.ask("/v1/dead-letters").path("items").forEach(letter -> tally.wrong("dead letter " + letter));
    }

    private void rollup(
            Oracle.Rollup expected, Measure measure, Term period, Country.Place place, @Nullable JsonNode served) {
        tally.rollupsRead.incrementAndGet();
        String differences =
                served == null ? "not answered" : RollupCheck.differences(measure, place, expected, served);
        if (!differences.isEmpty()) {
            tally.wrong("rollup " + measure.code() + " " + place.code() + " " + period + ": " + differences);
        }
    }

    private JsonNode get(ApiClient service, String path) {
        Reply reply = service.get(path);
        if (!reply.isSuccess()) {
            tally.wrong("answered " + reply.problem() + " to " + path);
        }
        return reply.json();
    }
}
