package vn.nhipso.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nhipso.local.catalogue.CountryList;
import vn.nhipso.local.catalogue.NationalLists;
import vn.nhipso.local.country.GeneratedCountry;
import vn.nhipso.local.stack.DataFolder;

/** The lists of the country that a benchmark loads: the real ones, or made-up ones of the same size. */
final class BenchLists {

    @Option(names = "--national", description = "a folder with the lists of the country")
    private @Nullable Path national;

    List<CountryList> of(DataFolder data) {
        return national == null
                ? GeneratedCountry.in(data.root().resolve("bench-lists"))
                : NationalLists.in(national).lists();
    }
}
