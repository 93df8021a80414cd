package vn.nhipso.indicator.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which target counts for an aim, and why none other does.
 *
 * @param target the one that counts; null where there is none
 * @param considered everything that could have counted, the one that does first
 */
record Applicable(Aim aim, @Nullable Target target, Why why, List<Considered> considered) {

    /** Why a target counts. */
    enum Why {
        /** it is the unit's own, of exactly the period */
        OWN,
        /** it is the unit's own, of the shortest longer period that contains this one */
        OWN_LONGER_PERIOD,
        /** it is that of the nearest unit above on the closing day */
        INHERITED,
        /** it is that of the nearest unit above, of the shortest longer period that contains this one */
        INHERITED_LONGER_PERIOD,
        NO_TARGET
    }

    /** Why a target does not count. */
    enum Lost {
        /** a nearer unit has one */
        NEARER_UNIT,
        /** the same unit has one of a period that fits more closely */
        CLOSER_PERIOD,
        /** another took its place */
        SUPERSEDED,
        /** it was taken back */
        WITHDRAWN
    }

    /**
     * A target that was looked at.
     *
     * @param lost null for the one that counts
     */
    record Considered(Target target, @Nullable Lost lost) {}
}
