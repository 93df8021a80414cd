package vn.nhipso.local;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.bench.VisibleBench;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** {@code deploy/local/bench}. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private StackOptions stack = new StackOptions();

    @Parameters(index = "0", description = "visible")
    private String what = "";

    @Option(names = "--rate", defaultValue = "1000")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30")
    private int seconds;

    @Option(names = "--burst", defaultValue = "0")
    private int burst;

    @Override
    public Integer call() {
        if (!what.equals("visible")) {
            throw new StackException("There is no benchmark \"" + what + "\": it is visible.");
        }
        if (rate < 1 || seconds < 1 || burst < 0) {
            throw new StackException("--rate and --seconds must be at least 1, --burst must not be negative.");
        }
        String token = new TokenIssuer(SigningKey.existing(stack.data()), Clock.systemUTC())
                .token("bench", TokenIssuer.WHOLE_TREE, List.of(Role.STEWARD.claim()));
        Clock clock = Clock.systemUTC();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            VisibleBench bench = new VisibleBench(
                    client(http, Service.DIRECTORY, token),
                    client(http, Service.INDICATOR, token),
                    client(http, Service.REPORTING, token),
                    clock,
                    new Progress(System.out, clock),
                    System.out);
            if (burst > 0) {
                bench.burst(burst);
            } else {
                bench.steady(rate, seconds);
            }
        }
        return 0;
    }

    private ApiClient client(HttpClient http, Service service, String token) {
        return new ApiClient(http, stack.ports().uri(service), token);
    }
}
