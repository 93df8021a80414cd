package vn.nhipso.indicator.measurement.stream;

import java.util.HashMap;
import java.util.Map;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** How many streams are read at once; one caller has at most half of the places, so that nobody keeps all others out. */
final class StreamPlaces {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces(int most) {
        this.most = most;
        this.mostOfOne = Math.max(1, most / 2);
    }

    /** Taken until it is closed. */
    record Place(StreamPlaces of, String caller) implements AutoCloseable {

        @Override
        public void close() {
            of.giveBack(caller);
        }

        @Override
        public String toString() {
            return caller;
        }
    }

    /** Fails with TOO_MANY_STREAMS. */
    synchronized Place take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (all == most || own == mostOfOne) {
            throw new ProblemException(
                            IndicatorProblem.TOO_MANY_STREAMS,
                            Text.of(
                                    "Đang nhận %d luồng số liệu, %d của bạn; hãy gửi lại sau.",
                                    "%d streams are being read, %d of them yours; send again later.", all, own))
                    .withRetryAfter(RETRY_AFTER_SECONDS);
        }
        all++;
        taken.put(caller, own + 1);
        return new Place(this, caller);
    }

    private synchronized void giveBack(String caller) {
        all--;
        taken.computeIfPresent(caller, (name, own) -> own == 1 ? null : own - 1);
    }
}
