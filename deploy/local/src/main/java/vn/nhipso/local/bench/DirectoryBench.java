package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.catalogue.CatalogueLoader;
import vn.nhipso.local.catalogue.CountryList;
import vn.nhipso.local.catalogue.CountryLoader;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** How fast a directory of national size is loaded, what that takes, and how fast it answers with all its versions in it. */
public final class DirectoryBench {

    private static final int RATE = 100;
    private static final int WARM_UP_SECONDS = 5;
    private static final Duration SEARCH_P99 = Duration.ofMillis(20);
    private static final Duration LIST = Duration.ofSeconds(10);
    private static final int WRONG_SHOWN = 10;

    private final BenchStack stack;
    private final ApiClient directory;
    private final ServiceMemory memory;
    private final Progress progress;
    private final PrintStream out;

    public DirectoryBench(BenchStack stack) {
        this.stack = stack;
        this.directory = stack.of(Service.DIRECTORY);
        this.memory = new ServiceMemory(stack.data(), stack.services());
        this.progress = stack.progress();
        this.out = stack.out();
    }

    public void run(List<CountryList> lists, int seconds, int clients) {
        List<CountryState> states = lists.stream().map(CountryState::of).toList();
        load(lists, states);
        requireRight(states);
        measure(new DirectoryQuestions(states), seconds, clients);
        memory.print("after the questions", out);
        out.printf(
                Locale.ROOT,
                "%nload of the machine in the last minute: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private void load(List<CountryList> lists, List<CountryState> states) {
        if (BenchCountry.isLoaded(directory, states)) {
            progress.say("the lists are there already: only questions are measured");
            return;
        }
        memory.print("before the lists", out);
        out.println();
        CountryLoader loader = new CountryLoader(
                new CatalogueLoader(directory, stack.of(Service.INDICATOR), stack.of(Service.REPORTING), out), out);
        List<CountryLoader.Entry> entries = loader.load(lists);
        loader.print(entries);
        boolean reached = entries.stream()
                .allMatch(entry -> entry.loaded().outcome().took().compareTo(LIST) <= 0);
        out.println("  demanded: at most " + LIST.toSeconds() + " s a list   " + verdict(reached));
        memory.print("after the lists", out);
    }

    private void requireRight(List<CountryState> states) {
        DirectoryAnswers answers = new DirectoryAnswers(directory);
        List<String> wrong = answers.wrong(states);
        wrong.stream().limit(WRONG_SHOWN).forEach(sentence -> out.println("WRONG: " + sentence));
        if (!wrong.isEmpty()) {
            throw new StackException(wrong.size() + " of " + answers.checked() + " answers are wrong.");
        }
        progress.say(answers.checked() + " answers are what the lists say");
    }

    private void measure(DirectoryQuestions questions, int seconds, int clients) {
        Traffic traffic = new Traffic(directory);
        Map<String, Supplier<Question>> lookups = new LinkedHashMap<>();
        lookups.put("unit by code", questions.unit());
        lookups.put("children", questions.children());
        lookups.put("tree of a province", questions.tree());
        lookups.put("successors", questions.successors());
        lookups.put("counts", questions.counts());
        int shorter = Math.max(2, seconds / 4);

        progress.say("warming up");
        traffic.atRate(questions.search(), RATE, WARM_UP_SECONDS);
        lookups.values().forEach(lookup -> traffic.atRate(lookup, RATE, 1));

        progress.say(RATE + " requests/s, each time from the moment it was due");
        Traffic.Seen search = traffic.atRate(questions.search(), RATE, seconds);
        title("at " + RATE + " requests/s");
        row("search", search);
        search.byKind().forEach((kind, times) -> row("  " + kind, times, search.rate(times)));
        lookups.forEach((name, lookup) -> row(name, traffic.atRate(lookup, RATE, shorter)));

        progress.say(clients + " clients, each asks again when it is answered");
        Traffic.Seen busy = traffic.withClients(questions.search(), clients, seconds);
        title("with " + clients + " clients");
        row("search", busy);
        lookups.forEach((name, lookup) -> row(name, traffic.withClients(lookup, clients, shorter)));
        boolean reached = search.all().percentile(99).compareTo(SEARCH_P99) <= 0;
        out.printf(
                Locale.ROOT,
                "  demanded: search p99 %s at %d requests/s   %s%n",
                millis(SEARCH_P99),
                RATE,
                verdict(reached));
    }

    private static String verdict(boolean reached) {
        return reached ? "reached" : "NOT reached";
    }

    private void title(String how) {
        out.printf("%n%-22s %9s %10s %10s %10s %10s%n", how, "rate/s", "p50", "p95", "p99", "max");
    }

    private void row(String name, Traffic.Seen seen) {
        if (seen.all().count() > 0) {
            row(name, seen.all(), seen.rate());
        }
        if (seen.turnedAway() > 0) {
            out.printf(Locale.ROOT, "  %-20s %,d turned away with 503, to ask again%n", "", seen.turnedAway());
        }
    }

    private void row(String name, Latencies times, double rate) {
        out.printf(
                Locale.ROOT,
                "  %-20s %9.0f %10s %10s %10s %10s%n",
                name,
                rate,
                millis(times.percentile(50)),
                millis(times.percentile(95)),
                millis(times.percentile(99)),
                millis(times.percentile(100)));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
