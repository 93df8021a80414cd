package vn.nhipso.local.catalogue;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;

/** Shows how far a job is, as often as it is told. */
public interface ProgressDisplay {

    int UNKNOWN = -1;

    /** @param percent 0 to 100, or {@link #UNKNOWN} */
    void show(String phase, int percent, Duration elapsed);

    /** The job is over; what is printed next begins a line. */
    void end();

    /** A bar that moves where somebody watches, lines where the output goes to a file. */
    static ProgressDisplay on(PrintStream out) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new ProgressBar(out) : new ProgressLines(out);
    }
}
