package vn.nhipso.indicator.finding.comparison;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** By which methods figures are held against others, and when. The service does not start with a setting out of its bounds. */
@ConfigMapping(prefix = "nhipso.checks")
public interface ComparisonConfig {

    /** Batches of at most so many rows get their findings in the answer; those of larger ones come within seconds. 0 to 5000. */
    @WithDefault("200")
    int rowsAtOnce();

    /** The change between two periods. */
    Jump jump();

    /** The distance from the units beside. */
    Outlier outlier();

    /** What looks again at everything that a write touches. */
    Follower follower();

    /** {@code JUMP}: against the last period of the same kind and against the same period last year. */
    interface Jump {

        /**
         * From how many points on a change of a percentage is a jump, 0 to 100. In the five source texts the widest honest gap between two parts
         * of one unit is 38; within half a year no figure of theirs moves by 30.
         */
        @WithDefault("30")
        BigDecimal points();

        /** From how many times on a change of any other number is a jump, at least 1. A misplaced decimal point is 10, a figure for a quarter 3. */
        @WithDefault("3")
        BigDecimal factor();

        /** By how many things a count must change at least: 2 teams that become 7 are no jump. */
        @WithDefault("10")
        BigDecimal least();
    }

    /** {@code OUTLIER}: the modified z-score among the units with the same parent and level. */
    interface Outlier {

        /** How many others must have a published figure, 3 to 1000. With fewer the median says little. */
        @WithDefault("5")
        int siblings();

        /** The score beyond which a figure is one, 1 to 1000; Iglewicz and Hoaglin recommend 3.5. */
        @WithDefault("3.5")
        BigDecimal score();

        /** How far from the median a percentage must be at least, in points, 0 to 100: where all have 99, 97 is outside and yet no error. */
        @WithDefault("10")
        BigDecimal points();

        /** How many times the median, or which part of it, any other number must be, at least 1: communes differ in size. */
        @WithDefault("3")
        BigDecimal factor();

        /** How far from the median a count must be at least, in things. */
        @WithDefault("10")
        BigDecimal least();
    }

    /** One instance at a time follows the log of revisions. */
    interface Follower {

        /** Whether this instance may. Where none does, only what is written is looked at, and findings of others stay as they were. */
        @WithDefault("true")
        boolean enabled();

        /** Revisions that are looked at in one transaction, 1 to 20000. More is cheaper for each and holds rows of findings longer. */
        @WithDefault("5000")
        int rows();

        /** How long to rest when nothing was written. Findings of the units beside are as late as that. */
        @WithDefault("PT0.25S")
        Duration pollInterval();

        /** Of how many percent of the time it may work while others write, 1 to 100. More makes findings fresher under load, and writes slower. */
        @WithDefault("25")
        int effort();

        /** How long to rest after a failure before the next try. */
        @WithDefault("PT1S")
        Duration retryInterval();
    }
}
