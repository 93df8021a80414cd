package vn.nhipso.local;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.bench.BenchStack;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackDatabase;
import vn.nhipso.local.stack.StackException;

/** Hands a benchmark the stack that it measures. */
final class BenchRun {

    private BenchRun() {}

    static void on(StackOptions stack, Consumer<BenchStack> bench) {
        try (HttpClient http = StackClient.http()) {
            StackClient client = StackClient.of(stack, http, "bench");
            client.requireRunning();
            Map<Service, ApiClient> services = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                services.put(service, client.of(service));
            }
            bench.accept(new BenchStack(
                    services,
                    stack.data(),
                    new StackDatabase(stack.data(), stack.ports()),
                    new Progress(System.out, Clock.systemUTC()),
                    System.out));
        }
    }

    /** Distinguishes what one run makes from what others made. */
    static String name() {
        return Long.toString(Clock.systemUTC().instant().getEpochSecond(), Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
    }

    static void requireAtLeast(int least, String option, int given) {
        if (given < least) {
            throw new StackException(option + " must be at least " + least + ".");
        }
    }
}
