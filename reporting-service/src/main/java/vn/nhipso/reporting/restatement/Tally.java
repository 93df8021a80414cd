package vn.nhipso.reporting.restatement;

import org.jspecify.annotations.Nullable;

/** A sum of parts of units, with how many of those that should are in it. */
public final class Tally {

    private @Nullable Amount amount;
    private @Nullable Weighed weighed;
    private boolean estimated;
    private boolean blurred;
    private int expected;
    private Handed.Coverage coverage = Handed.Coverage.NONE;

    Tally() {}

    void add(@Nullable Amount more) {
        amount = Amount.plus(amount, more);
    }

    void add(@Nullable Weighed more) {
        weighed = Weighed.plus(weighed, more);
    }

    void cover(int units, Handed.Coverage more) {
        expected += units;
        coverage = coverage.plus(more);
    }

    void estimate() {
        estimated = true;
    }

    void blur() {
        blurred = true;
    }

    public @Nullable Amount amount() {
        return amount;
    }

    public @Nullable Weighed weighed() {
        return weighed;
    }

    /** Whether a known share of somebody's figure is in it, and the other shares are not. */
    public boolean estimated() {
        return estimated;
    }

    public int expected() {
        return expected;
    }

    public Handed.Coverage coverage() {
        return coverage;
    }

    /** Whether everyone expected is counted, and nobody else. */
    public boolean complete() {
        return expected > 0 && coverage.counted() == expected && !blurred;
    }
}
