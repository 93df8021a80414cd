package vn.nhipso.local.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One state of a whole country: the list that is valid from a day, and what became of the units of the list before. */
public record CountryList(ListFile units, @Nullable ListFile lineage, LocalDate validFrom, Act act) {

    public String name() {
        return units.name();
    }

    public ListRequest request() {
        return ListRequest.units(units, validFrom, act, lineage);
    }
}
