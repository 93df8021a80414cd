package vn.nhipso.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.chaos.ChaosFigures;
import vn.nhipso.local.chaos.ChaosRun;
import vn.nhipso.local.chaos.ChaosSettings;
import vn.nhipso.local.chaos.ChaosStack;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Leftovers;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.Ports;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.ServiceInstance;
import vn.nhipso.local.stack.StackLock;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** {@code deploy/local/chaos}: torments a fresh stack of its own and ends with it. */
@Command(name = "chaos")
final class ChaosCommand implements Callable<Integer> {

    private static final Duration ROUND = Duration.ofSeconds(30);
    /** The services' own session timeout. */
    private static final Duration ZOMBIE = Duration.ofSeconds(10);

    /** A job whose process was killed is not worth waiting half a minute for. */
    private static final Duration LEASE = Duration.ofSeconds(8);

    private static final String OPTIONS = "nhipso.java-options";
    private static final int REPORTING = 2;

    @Option(names = "--minutes", defaultValue = "5")
    private int minutes;

    @Option(names = "--seed")
    private @Nullable Long seed;

    @Option(names = "--offset", defaultValue = "700")
    private int offset;

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchRun.requireAtLeast(1, "--minutes", minutes);
        System.setProperty(OPTIONS, System.getProperty(OPTIONS, "") + " -Dnhipso.jobs.lease=" + LEASE);
        long plan = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        Ports ports = new Ports(offset, REPORTING);
        Path folder = Path.of(System.getProperty("nhipso.data", "deploy/local/.data"));
        DataFolder data = new DataFolder(
                DataFolder.of(folder.resolve("chaos"), offset).root(),
                DataFolder.of(folder, 0).root());
        try (StackLock _ = StackLock.take(data);
                PrintStream log = log(data)) {
            Leftovers.awaitEnd(data);
            data.clear();
            SigningKey key = SigningKey.of(data);
            LocalStack stack =
                    new LocalStack(repository(), data, ports, key.issuer(), new Progress(log, Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            System.out.println("chaos with seed " + plan + ": starting a fresh stack below " + data.root());
            stack.start();
            try (HttpClient http = StackClient.http()) {
                ChaosSettings settings = new ChaosSettings(plan, Duration.ofMinutes(minutes), ROUND, ZOMBIE);
                ChaosStack system = system(stack, http, new TokenIssuer(key, Clock.systemUTC()));
                ChaosFigures figures = new ChaosRun(settings, system, ProgressDisplay.on(System.out)).run();
                figures.print(System.out);
                return figures.isClean() ? 0 : 1;
            }
        }
    }

    private static Path repository() {
        return Path.of(System.getProperty("nhipso.repository", "."));
    }

    private static PrintStream log(DataFolder data) throws IOException {
        data.create();
        return new PrintStream(data.run().resolve("chaos.log").toFile(), StandardCharsets.UTF_8);
    }

    private static ChaosStack system(LocalStack stack, HttpClient http, TokenIssuer tokens) {
        String token =
                tokens.token("chaos", TokenIssuer.WHOLE_TREE, List.of(Role.STEWARD.claim(), Role.OPERATOR.claim()));
        Ports ports = stack.ports();
        List<ApiClient> reporting = ports.instances().stream()
                .filter(instance -> instance.service() == Service.REPORTING)
                .map((ServiceInstance instance) -> new ApiClient(http, ports.uri(instance), token))
                .toList();
        return new ChaosStack(
                stack,
                new ApiClient(http, ports.uri(Service.DIRECTORY), token),
                new ApiClient(http, ports.uri(Service.INDICATOR), token),
                reporting,
                Clock.systemUTC());
    }
}
