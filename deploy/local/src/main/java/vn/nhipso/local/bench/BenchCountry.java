package vn.nhipso.local.bench;

import java.util.List;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.catalogue.UnitCounts;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.stack.StackException;

/** Whether the lists of a country stand in the directory. */
final class BenchCountry {

    private BenchCountry() {}

    /** A whole list ends what is not on it: nobody's units are ended for a measurement. */
    static boolean isLoaded(ApiClient directory, List<CountryState> states) {
        long there = 0;
        long same = 0;
        for (CountryState state : states) {
            UnitCounts counts = UnitCounts.of(directory, state.day(), "");
            long units =
                    counts.types().keySet().stream().mapToLong(counts::level).sum();
            there += units;
            same += units == state.units().size() ? 1 : 0;
        }
        if (there > 0 && same < states.size()) {
            throw new StackException(
                    "The directory has units already, and a whole list would end them: start an empty stack with"
                            + " deploy/local/up --fresh --no-demo (another one beside this with --offset).");
        }
        return there > 0;
    }
}
