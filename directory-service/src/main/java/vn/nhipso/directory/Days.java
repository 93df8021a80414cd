package vn.nhipso.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.Text;

/** The days the directory can speak of. */
public final class Days {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private Days() {}

    /** Adds what is wrong with a day that may be absent. */
    public static void check(@Nullable LocalDate day, String pointer, Refusals refusals) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            refusals.add(
                    pointer,
                    DirectoryProblem.DATE_OUT_OF_RANGE,
                    Text.of("Ngày phải từ %s đến %s.", "The day must be between %s and %s.", FIRST, LAST));
        }
    }
}
