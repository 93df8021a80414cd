package vn.nhipso.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.StackException;

/** Loads the demo data as a steward would send them, each item once, in the order in which one needs another. */
public final class DemoData {

    private static final long UNIT_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ApiClient directory;
    private final ApiClient indicator;
    private final Progress progress;
    private final LoadedItems loaded;
    private final Map<ApiClient, String> sequences = new LinkedHashMap<>();

    public DemoData(ApiClient directory, ApiClient indicator, DataFolder data, Progress progress) {
        this.directory = directory;
        this.indicator = indicator;
        this.progress = progress;
        this.loaded = LoadedItems.of(data.demoMarker());
    }

    /** Returns the tokens after which a report shows everything that this call has sent. */
    public List<String> load() {
        load("01-unit-changes.json", (item, key) -> directory.post("/v1/unit-changes", item, key), directory);
        load("02-teams.json", this::team, directory);
        for (String resource : List.of("03-committees", "04-initiatives", "05-campaigns", "06-trainings")) {
            String path = "/v1/" + resource.substring(3);
            load(resource + ".json", (item, key) -> directory.post(path, item, key), directory);
        }
        // After everything that hangs on the older units: it goes on to the newer ones with their people.
        load("07-unit-changes.json", (item, key) -> directory.post("/v1/unit-changes", item, key), directory);
        load("10-indicators.json", (item, key) -> definition(item), indicator);
        load("11-targets.json", this::target, indicator);
        loadMeasurements();
        return List.copyOf(sequences.values());
    }

    /** The measurements alone, for those who want to see that sending them again changes nothing. */
    public void loadMeasurements() {
        load("12-measurements.json", this::batch, indicator);
    }

    private void load(String name, BiFunction<JsonNode, String, Reply> send, ApiClient service) {
        List<JsonNode> items = DemoFile.read(name).items();
        int sent = 0;
        for (int index = 0; index < items.size(); index++) {
            String key = "demo-" + name + "-" + index;
            if (loaded.contains(key)) {
                continue;
            }
            Reply reply = send.apply(items.get(index), key);
            if (!reply.isSuccess()) {
                throw new StackException("The demo data were refused at item " + index + " of " + name + ": "
                        + reply.problem() + " (deploy/local/up --no-demo starts without them).");
            }
            reply.sequence().ifPresent(sequence -> sequences.put(service, sequence));
            loaded.add(key);
            sent++;
        }
        if (sent > 0) {
            progress.say("demo data: " + name + ", " + sent + " of " + items.size());
        }
    }

    private Reply team(JsonNode item, String key) {
        Reply team = directory.post("/v1/teams", item.path("team"), key);
        if (!team.isSuccess()) {
            return team;
        }
        String members = "/v1/teams/" + ApiClient.encoded(team.json().path("id").asText()) + "/members";
        int index = 0;
        for (JsonNode member : item.path("members")) {
            Reply reply = directory.post(members, member, key + "-" + index++);
            if (!reply.isSuccess()) {
                return reply;
            }
        }
        return team;
    }

    private Reply definition(JsonNode item) {
        return indicator.put(
                "/v1/indicators/" + ApiClient.encoded(item.path("code").asText()), item.path("body"));
    }

    private Reply target(JsonNode item, String key) {
        return onceUnitsAreKnown(() -> indicator.post("/v1/targets", item, key));
    }

    private Reply batch(JsonNode item, String key) {
        List<String> query = new ArrayList<>();
        sequences.values().forEach(sequence -> query.add("minSequence=" + ApiClient.encoded(sequence)));
        String path = "/v1/measurement-batches" + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return onceUnitsAreKnown(() -> indicator.post(path, item, key));
    }

    /** A new unit travels from the directory by an event; until it has arrived, naming it is refused. */
    private static Reply onceUnitsAreKnown(Supplier<Reply> send) {
        long deadline = System.nanoTime() + UNIT_PATIENCE_NANOS;
        Reply reply = send.get();
        while (isUnknownUnit(reply) && System.nanoTime() < deadline) {
            reply = send.get();
        }
        return reply;
    }

    private static boolean isUnknownUnit(Reply reply) {
        return (reply.status() == 404 || reply.status() == 422)
                && reply.body().contains("UNIT_")
                && (reply.body().contains("UNKNOWN") || reply.body().contains("NOT_FOUND"));
    }
}
