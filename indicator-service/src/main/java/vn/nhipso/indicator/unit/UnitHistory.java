package vn.nhipso.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a code ever meant; without versions it is a code nobody has heard of. */
public record UnitHistory(String code, List<UnitVersion> versions) {

    public boolean isKnown() {
        return !versions.isEmpty();
    }

    /** The unit that bore the code on that day. */
    public @Nullable UnitVersion on(LocalDate day) {
        for (UnitVersion version : versions) {
            if (version.livesOn(day)) {
                return version;
            }
        }
        return null;
    }
}
