package vn.nhipso.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Lines that say what is going on, each with the seconds since the beginning, so that waiting is never silent. */
public final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant begin;

    public Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    public void say(String line) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds, line);
        out.flush();
    }
}
