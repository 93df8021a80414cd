package vn.nhipso.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Rules for spans whose ends may be unknown. */
public final class Spans {

    private Spans() {}

    /** Adds what is wrong with two days. */
    public static void check(
            @Nullable LocalDate from, @Nullable LocalDate to, String fromPointer, String toPointer, Refusals refusals) {
        Days.check(from, fromPointer, refusals);
        Days.check(to, toPointer, refusals);
        if (from != null && to != null && !from.isBefore(to)) {
            refusals.add(toPointer, DirectoryProblem.PERIOD_REVERSED);
        }
    }

    /** Fails where something cannot end on that day: it has ended before, or had not begun. */
    public static void requireCanEnd(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate on) {
        if (to != null) {
            throw new ProblemException(
                            DirectoryProblem.ALREADY_ENDED, Text.of("Đã kết thúc vào ngày %s.", "It ended on %s.", to))
                    .with("validTo", to.toString());
        }
        if (from != null && !from.isBefore(on)) {
            Refusals refusals = new Refusals();
            refusals.add("/on", DirectoryProblem.PERIOD_REVERSED);
            throw refusals.problem(DirectoryProblem.REQUEST_REFUSED);
        }
    }
}
