package vn.nhipso.reporting.rollup;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/** Counts what the answer that this thread is reading holds, over all that it reads; whoever is going to hold figures says so before. */
public final class Holding {

    private static final ThreadLocal<@Nullable Holding> HERE = new ThreadLocal<>();

    private final int room;
    private long figures;

    private Holding(int room) {
        this.room = room;
    }

    /** More is needed than was taken. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int figures;

        private Exceeded(int figures) {
            super("room for " + figures + " figures is needed", null, false, false);
            this.figures = figures;
        }

        int figures() {
            return figures;
        }
    }

    static <T> T within(int room, Supplier<T> question) {
        HERE.set(new Holding(room));
        try {
            return question.get();
        } finally {
            HERE.remove();
        }
    }

    /** So many more; fails with TOO_MANY_ITEMS where it is more than any answer may hold. */
    public static void add(long figures) {
        Holding holding = HERE.get();
        if (holding != null) {
            holding.count(figures);
        }
    }

    /** The same of whole rollups. */
    public static void addRollups(long rollups) {
        add(Room.OF_A_ROLLUP * rollups);
    }

    private void count(long more) {
        figures += more;
        if (figures > Room.MOST) {
            throw new ProblemException(
                    ReportingProblem.TOO_MANY_ITEMS,
                    Text.of(
                            "Câu trả lời gồm hơn %d số liệu; hãy hỏi ít chỉ tiêu, kỳ hoặc đơn vị hơn.",
                            "The answer is made of more than %d figures; ask for fewer indicators, periods or units.",
                            Room.MOST));
        }
        if (figures > room) {
            // Who reads on and on begins again a few times only.
            throw new Exceeded((int) Math.min(Room.MOST, Math.max(figures, 2L * room)));
        }
    }
}
