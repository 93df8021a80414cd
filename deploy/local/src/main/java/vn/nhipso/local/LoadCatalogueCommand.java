package vn.nhipso.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.catalogue.Act;
import vn.nhipso.local.catalogue.CatalogueLoader;
import vn.nhipso.local.catalogue.CountryLoader;
import vn.nhipso.local.catalogue.IndicatorCatalogue;
import vn.nhipso.local.catalogue.ListFile;
import vn.nhipso.local.catalogue.ListRequest;
import vn.nhipso.local.catalogue.NationalLists;
import vn.nhipso.local.catalogue.UnitCounts;
import vn.nhipso.local.demo.StartingCatalogue;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** {@code deploy/local/load-catalogue}. */
@Command(name = "load-catalogue")
final class LoadCatalogueCommand implements Callable<Integer> {

    @Mixin
    private StackOptions stack = new StackOptions();

    @Parameters(arity = "0..1", description = "the list of units, or of indicators")
    private @Nullable Path units;

    @Option(names = "--valid-from", description = "first day of the list")
    private @Nullable LocalDate validFrom;

    @Option(names = "--lineage", description = "what became of the units before, in the same change")
    private @Nullable Path lineage;

    @Option(names = "--lineage-only", description = "a lineage list alone")
    private @Nullable Path lineageOnly;

    @Option(names = "--effective-on", description = "the day of the lineage")
    private @Nullable LocalDate effectiveOn;

    @Option(names = "--aliases", description = "second codes of units")
    private @Nullable Path aliases;

    @Option(names = "--hamlets", description = "hamlets of communes")
    private @Nullable Path hamlets;

    @Option(names = "--national", description = "a folder with the lists of the country")
    private @Nullable Path national;

    @Option(names = "--indicators", description = "indicators instead of units; without a file those of the demo data")
    private boolean indicators;

    @Option(names = "--act", defaultValue = "")
    private String act = "";

    @Option(names = "--issuer", defaultValue = "")
    private String issuer = "";

    @Option(names = "--issued-on")
    private @Nullable LocalDate issuedOn;

    @Option(names = "--within", defaultValue = "")
    private String within = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--errors", description = "where all bad rows go")
    private @Nullable Path errors;

    @Override
    public Integer call() {
        List<ListRequest> requests = national == null && !indicators ? requests() : List.of();
        try (HttpClient http = StackClient.http()) {
            StackClient clients = StackClient.of(stack, http, "load-catalogue");
            clients.requireRunning();
            if (indicators) {
                return catalogue(units).load(clients.of(Service.INDICATOR), dryRun, errors, System.out) ? 0 : 1;
            }
            ApiClient directory = clients.of(Service.DIRECTORY);
            CatalogueLoader loader = new CatalogueLoader(
                    directory, clients.of(Service.INDICATOR), clients.of(Service.REPORTING), System.out);
            if (national != null) {
                loadNational(national, loader, directory);
                return 0;
            }
            for (ListRequest request : requests) {
                if (!loader.load(request, errors).outcome().isAccepted()) {
                    return 1;
                }
            }
            if (!dryRun) {
                printCounts(directory);
            }
        }
        return 0;
    }

    private static IndicatorCatalogue catalogue(@Nullable Path file) {
        return file == null
                ? IndicatorCatalogue.of("the starting catalogue", StartingCatalogue.items())
                : IndicatorCatalogue.of(file);
    }

    private void loadNational(Path folder, CatalogueLoader loader, ApiClient directory) {
        NationalLists lists = NationalLists.in(folder);
        CountryLoader countries = new CountryLoader(loader, System.out);
        List<CountryLoader.Entry> loaded = countries.load(lists.lists());
        lists.aliases().ifPresent(file -> loader.load(ListRequest.aliases(file), errors));
        countries.print(loaded);
        NationalLists.DAYS.forEach(day -> UnitCounts.of(directory, day, "").print(System.out));
    }

    private void printCounts(ApiClient directory) {
        LocalDate day = validFrom == null ? effectiveOn : validFrom;
        if (day != null) {
            UnitCounts.of(directory, day, within).print(System.out);
        }
    }

    private List<ListRequest> requests() {
        List<ListRequest> requests = new ArrayList<>();
        if (units != null) {
            ListFile with = lineage == null ? null : ListFile.of(lineage);
            requests.add(ListRequest.units(ListFile.of(units), day("--valid-from", validFrom), act(), with)
                    .with("within", within));
        }
        if (lineageOnly != null) {
            requests.add(
                    ListRequest.lineage(ListFile.of(lineageOnly), day("--effective-on", effectiveOn), actOfRows()));
        }
        if (hamlets != null) {
            requests.add(ListRequest.hamlets(ListFile.of(hamlets), day("--valid-from", validFrom), actOfRows()));
        }
        if (aliases != null) {
            requests.add(ListRequest.aliases(ListFile.of(aliases)));
        }
        if (requests.isEmpty()) {
            throw new StackException(
                    "Nothing to load: name a list of units, or --lineage-only, --aliases, --hamlets, --national or --indicators; --help says more.");
        }
        return requests.stream()
                .map(request -> request.with("dryRun", dryRun ? "true" : ""))
                .toList();
    }

    private static LocalDate day(String option, @Nullable LocalDate day) {
        if (day == null) {
            throw new StackException(option + " is missing: the first day on which the list is true, for example "
                    + option + " 2025-07-01.");
        }
        return day;
    }

    private Act act() {
        if (act.isBlank() && dryRun) {
            return new Act("(dry run)", issuer, issuedOn);
        }
        if (act.isBlank()) {
            throw new StackException("--act is missing: the number of the resolution that makes this list, for example"
                    + " --act 1365/NQ-UBTVQH15 (--dry-run needs none).");
        }
        return actOfRows();
    }

    /** These lists may name their acts row by row, or need none. */
    private Act actOfRows() {
        return new Act(act, issuer, issuedOn);
    }
}
