package vn.nhipso.local.catalogue;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A line for every new phase, and every few seconds within one. */
final class ProgressLines implements ProgressDisplay {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final PrintStream out;
    private String phase = "";
    private Duration spoken = Duration.ZERO;

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(String now, int percent, Duration elapsed) {
        if (now.equals(phase) && elapsed.minus(spoken).compareTo(SILENCE) < 0) {
            return;
        }
        phase = now;
        spoken = elapsed;
        String figure = percent == UNKNOWN ? "" : ", " + percent + " %";
        out.printf(Locale.ROOT, "  [%5.1f s] %s%s%n", elapsed.toMillis() / 1000.0, now, figure);
        out.flush();
    }

    @Override
    public void end() {
        phase = "";
        spoken = Duration.ZERO;
    }
}
