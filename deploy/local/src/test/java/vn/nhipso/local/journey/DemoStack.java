package vn.nhipso.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.Command;
import vn.nhipso.local.FreeOffset;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.demo.DemoData;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.Ports;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.ServiceInstance;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** A fresh stack with the demo data, one for all tests of a build; it ends with the tests. */
final class DemoStack {

    private static final Path DATA = Path.of("target", "journey-data");
    private static @Nullable DemoStack running;
    private static @Nullable RuntimeException failure;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int offset;
    private final TokenIssuer tokens;
    private final LocalStack stack;
    private final List<String> demoSequences;

    private DemoStack() {
        offset = FreeOffset.find();
        Ports ports = new Ports(offset);
        forgetEarlierRuns();
        DataFolder data = DataFolder.of(DATA, offset);
        data.create();
        Progress progress = new Progress(log(data), Clock.systemUTC());
        SigningKey key = SigningKey.of(data);
        tokens = new TokenIssuer(key, Clock.systemUTC());
        stack = new LocalStack(Path.of("..", ".."), data, ports, key.issuer(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        stack.start();
        demoSequences = new DemoData(steward(Service.DIRECTORY), steward(Service.INDICATOR), data, progress).load();
    }

    static synchronized DemoStack get() {
        if (failure != null) {
            throw failure;
        }
        if (running == null) {
            try {
                running = new DemoStack();
            } catch (RuntimeException doesNotStart) {
                // Once is enough: a hundred tests would wait for it a hundred times.
                failure = doesNotStart;
                throw doesNotStart;
            }
        }
        return running;
    }

    private static PrintStream log(DataFolder data) {
        try {
            return new PrintStream(data.log("journey").toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One folder stays behind, that of the last run; the unpacked PostgreSQL beside it is used again. */
    private static void forgetEarlierRuns() {
        if (!Files.exists(DATA)) {
            return;
        }
        try (Stream<Path> folders = Files.list(DATA)) {
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().startsWith("offset-"))
                    .toList()) {
                Command.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command of deploy/local on this stack. */
    Command.Result run(String... words) throws IOException, InterruptedException {
        return Command.run(
                DATA.toAbsolutePath(),
                Stream.concat(Arrays.stream(words), Stream.of("--offset", Integer.toString(offset)))
                        .toArray(String[]::new));
    }

    LocalStack stack() {
        return stack;
    }

    HttpClient http() {
        return http;
    }

    ApiClient steward(Service service) {
        return as(service, "steward", TokenIssuer.WHOLE_TREE, "steward");
    }

    /** With a connection of its own for every request that is under way. */
    ApiClient steward(Service service, HttpClient own) {
        return new ApiClient(
                own, stack.ports().uri(service), tokens.token("steward", TokenIssuer.WHOLE_TREE, List.of("steward")));
    }

    /** An operator's of one instance. */
    ApiClient operator(ServiceInstance instance, HttpClient own) {
        return new ApiClient(
                own,
                stack.ports().uri(instance),
                tokens.token("operator", TokenIssuer.WHOLE_TREE, List.of("operator")));
    }

    ApiClient as(Service service, String user, String unit, String... roles) {
        return new ApiClient(http, stack.ports().uri(service), tokens.token(user, unit, List.of(roles)));
    }

    ApiClient anybody(Service service) {
        return new ApiClient(http, stack.ports().uri(service), null);
    }

    /** All measurements that stand, page by page; the filter begins with an ampersand. */
    List<JsonNode> measurements(String filter) {
        ApiClient indicator = anybody(Service.INDICATOR);
        String path = "/v1/measurements?pageSize=1000" + filter;
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = indicator.get(path).json();
        page.path("items").forEach(all::add);
        while (page.has("next")) {
            String cursor = ApiClient.encoded(page.path("next").asText());
            page = indicator.get(path + "&cursor=" + cursor).json();
            page.path("items").forEach(all::add);
        }
        return all;
    }

    /** The one rollup that this query gives; shows at least the demo data. */
    JsonNode rollup(String indicator, String unit, String period) {
        return rollup(indicator, unit, period, demoSequences);
    }

    JsonNode rollup(String indicator, String unit, String period, List<String> sequences) {
        Reply reply = anybody(Service.REPORTING).get(rollupPath(indicator, unit, period, sequences));
        if (reply.status() != 200 || reply.json().path("items").size() != 1) {
            throw new AssertionError("one rollup expected, but: " + reply.status() + " " + reply.body());
        }
        return reply.json().path("items").path(0);
    }

    static String rollupPath(String indicator, String unit, String period, List<String> sequences) {
        StringBuilder path =
                new StringBuilder("/v1/rollups?indicator=" + indicator + "&unit=" + unit + "&period=" + period);
        sequences.forEach(sequence -> path.append("&minSequence=").append(ApiClient.encoded(sequence)));
        return path.toString();
    }

    /** The row of an indicator in the scoreboard of a unit. */
    JsonNode scoreboardRow(String indicator, String unit, String period) {
        Reply reply = anybody(Service.REPORTING).get("/v1/scoreboards/" + unit + "?period=" + period);
        for (JsonNode item : reply.json().path("items")) {
            if (item.path("indicator").asText().equals(indicator)) {
                return item;
            }
        }
        throw new AssertionError("no row of " + indicator + " in: " + reply.status() + " " + reply.body());
    }
}
