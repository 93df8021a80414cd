package vn.nhipso.local.catalogue;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;

/** Loads lists as a steward would, and tells what happened. */
public final class CatalogueLoader {

    private final ApiClient directory;
    private final ApiClient indicator;
    private final ApiClient reporting;
    private final PrintStream out;

    public CatalogueLoader(ApiClient directory, ApiClient indicator, ApiClient reporting, PrintStream out) {
        this.directory = directory;
        this.indicator = indicator;
        this.reporting = reporting;
        this.out = out;
    }

    /**
     * A list, and how long it took.
     *
     * @param arrival empty where nothing changed
     */
    public record Loaded(Outcome outcome, Optional<Arrival> arrival) {}

    /** @param errors where all bad rows go; null when nobody asked for them */
    public Loaded load(ListRequest list, @Nullable Path errors) {
        out.println(list.title());
        Outcome outcome = new ImportJob(directory, ProgressDisplay.on(out)).run(list);
        if (!outcome.isAccepted()) {
            refuse(new Refusal(outcome.answer()), errors);
            return new Loaded(outcome, Optional.empty());
        }
        out.printf("  %s in %s%n", outcome.answer().path("status").asText("DONE"), seconds(outcome.took()));
        Difference difference = new Difference(outcome.answer());
        difference.print(out);
        if (list.isDryRun()) {
            difference.printItems(out);
        }
        Optional<Arrival> arrival = outcome.sequence().map(sequence -> Arrival.await(indicator, reporting, sequence));
        arrival.ifPresent(seen -> out.printf(
                "  visible in indicator-service after %s, in reporting-service after %s%n",
                seconds(seen.inIndicator()), seconds(seen.inReporting())));
        return new Loaded(outcome, arrival);
    }

    private void refuse(Refusal refusal, @Nullable Path errors) {
        refusal.print(out);
        if (errors != null) {
            refusal.write(errors);
            out.println("  " + refusal.listed() + " of " + refusal.count() + " errors are in " + errors);
        }
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
