package vn.nhipso.local.catalogue;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line that is written over and over. */
final class ProgressBar implements ProgressDisplay {

    private static final int WIDTH = 24;
    private static final String OVER = "\r\u001b[K";

    private final PrintStream out;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(String phase, int percent, Duration elapsed) {
        int filled = percent == UNKNOWN ? 0 : percent * WIDTH / 100;
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        String figure = percent == UNKNOWN ? "" : percent + " %";
        out.printf(Locale.ROOT, "%s  %s %5s  %5.1f s  %s", OVER, bar, figure, elapsed.toMillis() / 1000.0, phase);
        out.flush();
    }

    @Override
    public void end() {
        out.print(OVER);
        out.flush();
    }
}
