package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.chaos.ChaosFigures;
import vn.nhipso.local.chaos.ChaosRun;
import vn.nhipso.local.chaos.ChaosSettings;
import vn.nhipso.local.chaos.ChaosStack;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.ServiceInstance;

/** A short run of {@code deploy/local/chaos} with the same plan every time, on the stack that all tests share. */
class ChaosIT {

    /** Its plan has a bit of everything: a consumer that wakes up after it was taken for dead, and kills of the broker and of services. */
    private static final long SEED = 2848;

    private static final Duration ROUND = Duration.ofSeconds(8);
    /** What the tests' services are started with. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

    private final DemoStack demo = DemoStack.get();
    private final ServiceInstance second = new ServiceInstance(Service.REPORTING, 2);
    // A client that gives up waiting must not take the others' connection along.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void end() {
        demo.stack().end(second);
        http.close();
    }

    @Test
    void nothingShouldBeLostOrCountedTwiceWhileProcessesAreKilledAndPaused() {
        demo.stack().startAnother(second);
        ChaosStack system = new ChaosStack(
                demo.stack(),
                demo.steward(Service.DIRECTORY, http),
                demo.steward(Service.INDICATOR, http),
                List.of(demo.operator(new ServiceInstance(Service.REPORTING, 1), http), demo.operator(second, http)),
                Clock.systemUTC());
        ChaosSettings settings = new ChaosSettings(SEED, ROUND, ROUND, SESSION_TIMEOUT);
        ChaosFigures figures = new ChaosRun(settings, system, ProgressDisplay.on(System.out)).run();

        ByteArrayOutputStream table = new ByteArrayOutputStream();
        figures.print(new PrintStream(table, true, StandardCharsets.UTF_8));
        String printed = table.toString(StandardCharsets.UTF_8);
        System.out.println(printed);
        assertThat(figures.isClean()).as(printed).isTrue();
        assertThat(figures.acknowledged()).as(printed).isPositive();
        assertThat(figures.kills()).as(printed).isPositive();
    }
}
