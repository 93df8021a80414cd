package vn.nhipso.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.bench.DirectoryBench;
import vn.nhipso.local.bench.VisibleBench;
import vn.nhipso.local.catalogue.CountryList;
import vn.nhipso.local.catalogue.NationalLists;
import vn.nhipso.local.country.GeneratedCountry;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** {@code deploy/local/bench}. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private StackOptions stack = new StackOptions();

    @Parameters(index = "0", description = "visible or directory")
    private String what = "";

    @Option(names = "--rate", defaultValue = "1000")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30")
    private int seconds;

    @Option(names = "--burst", defaultValue = "0")
    private int burst;

    @Option(names = "--clients", defaultValue = "16")
    private int clients;

    @Option(names = "--national", description = "a folder with the lists of the country")
    private @Nullable Path national;

    @Override
    public Integer call() {
        if (rate < 1 || seconds < 1 || clients < 1 || burst < 0) {
            throw new StackException(
                    "--rate, --seconds and --clients must be at least 1, --burst must not be negative.");
        }
        try (HttpClient http = StackClient.http()) {
            StackClient stackClient = StackClient.of(stack, http, "bench");
            stackClient.requireRunning();
            Map<Service, ApiClient> services = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                services.put(service, stackClient.of(service));
            }
            Progress progress = new Progress(System.out, Clock.systemUTC());
            switch (what) {
                case "visible" -> visible(stackClient, progress);
                case "directory" ->
                    new DirectoryBench(services, stack.data(), progress, System.out).run(lists(), seconds, clients);
                default ->
                    throw new StackException("There is no benchmark \"" + what + "\": it is visible or directory.");
            }
        }
        return 0;
    }

    private void visible(StackClient services, Progress progress) {
        VisibleBench bench = new VisibleBench(
                services.of(Service.DIRECTORY),
                services.of(Service.INDICATOR),
                services.of(Service.REPORTING),
                Clock.systemUTC(),
                progress,
                System.out);
        if (burst > 0) {
            bench.burst(burst);
        } else {
            bench.steady(rate, seconds);
        }
    }

    private List<CountryList> lists() {
        return national == null
                ? GeneratedCountry.in(stack.data().root().resolve("bench-lists"))
                : NationalLists.in(national).lists();
    }
}
