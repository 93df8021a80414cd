package vn.nhipso.local.catalogue;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhipso.local.stack.StackException;

/** Loads the lists of a country one after the other and sets their times beside each other. */
public final class CountryLoader {

    private static final String ROW = "  %-22s %-10s  %9s  %9s  %9s%n";

    private final CatalogueLoader loader;
    private final PrintStream out;

    public CountryLoader(CatalogueLoader loader, PrintStream out) {
        this.loader = loader;
        this.out = out;
    }

    /** A list and what loading it took. */
    public record Entry(CountryList list, CatalogueLoader.Loaded loaded) {}

    public List<Entry> load(List<CountryList> lists) {
        List<Entry> entries = new ArrayList<>();
        for (CountryList list : lists) {
            CatalogueLoader.Loaded loaded = loader.load(list.request(), null);
            if (!loaded.outcome().isAccepted()) {
                throw new StackException(list.name() + " was refused; the lists after it were not sent.");
            }
            entries.add(new Entry(list, loaded));
        }
        return entries;
    }

    public void print(List<Entry> entries) {
        out.println();
        out.printf(ROW, "list", "valid from", "import", "indicator", "reporting");
        for (Entry entry : entries) {
            Optional<Arrival> arrival = entry.loaded().arrival();
            out.printf(
                    ROW,
                    entry.list().name(),
                    entry.list().validFrom(),
                    CatalogueLoader.seconds(entry.loaded().outcome().took()),
                    arrival.map(seen -> "+" + CatalogueLoader.seconds(seen.inIndicator()))
                            .orElse("unchanged"),
                    arrival.map(seen -> "+" + CatalogueLoader.seconds(seen.inReporting()))
                            .orElse("unchanged"));
        }
    }
}
