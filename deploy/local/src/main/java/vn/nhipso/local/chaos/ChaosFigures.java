package vn.nhipso.local.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a run came to. */
public final class ChaosFigures {

    private final ChaosSettings settings;
    private final Tally tally;
    private final Duration took;

    ChaosFigures(ChaosSettings settings, Tally tally, Duration took) {
        this.settings = settings;
        this.tally = tally;
        this.took = took;
    }

    /** Nothing lost, nothing counted twice, nothing wrong. */
    public boolean isClean() {
        return tally.isClean();
    }

    public long acknowledged() {
        return tally.acknowledged.get();
    }

    public int kills() {
        return tally.byProcess().values().stream()
                .mapToInt(faults -> faults.kills().get())
                .sum();
    }

    public int pauses() {
        return tally.byProcess().values().stream()
                .mapToInt(faults -> faults.pauses().get())
                .sum();
    }

    public void print(PrintStream out) {
        out.printf("%nchaos of %d s with seed %d: %d rounds%n", took.toSeconds(), settings.seed(), tally.rounds.get());
        out.printf("  %-22s %8s %8s %8s%n", "process", "killed", "paused", "ended");
        tally.byProcess()
                .forEach((process, faults) ->
                        out.printf("  %-22s %8s %8s %8s%n", process, faults.kills(), faults.pauses(), faults.ends()));
        row(out, "requests", tally.requests.get(), "of " + grouped(tally.rows.get()) + " rows");
        row(out, "acknowledged rows", tally.acknowledged.get(), "");
        row(out, "sent again", tally.resent.get(), "because the answer was unclear");
        row(out, "delivered again", tally.redelivered.get(), "after they were acknowledged");
        row(out, "communes moved", tally.moves.get(), "and " + tally.mergers.get() + " mergers");
        row(out, "rebuilds", tally.rebuilds.get(), "in the middle of it");
        row(out, "figures read back", tally.figuresRead.get(), "");
        row(out, "rollups compared", tally.rollupsRead.get(), "");
        row(out, "restated rollups", tally.restated.get(), "compared");
        row(out, "corrections read", tally.correctionsRead.get(), "");
        row(out, "explanations re-added", tally.explanationsRead.get(), "");
        row(out, "answers as of then", tally.recalled.get(), "the same again");
        row(out, "lost", tally.lost.get(), "");
        row(out, "double-counted", tally.doubled.get(), "");
        row(out, "wrong", tally.wrong.get(), "");
        out.printf(
                Locale.ROOT,
                "  %-22s %8.1f s%n",
                "longest restart",
                tally.longestRestart().toMillis() / 1000.0);
        out.printf(
                Locale.ROOT,
                "  %-22s %8.1f s from the last process that came back until all is visible%n",
                "longest catching up",
                tally.longestCatchUp().toMillis() / 1000.0);
        tally.complaints().forEach(out::println);
        if (!isClean()) {
            out.println("  the same plan again: deploy/local/chaos --seed " + settings.seed());
        }
    }

    private static void row(PrintStream out, String name, long number, String words) {
        out.printf("  %-22s %8s %s%n", name, grouped(number), words);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
