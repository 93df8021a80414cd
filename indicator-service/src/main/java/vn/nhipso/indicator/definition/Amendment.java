package vn.nhipso.indicator.definition;

import java.util.List;

/**
 * What a request makes of one indicator.
 *
 * @param after as it is to stand; as it stands where nothing changes
 * @param changed names of the fields that differ
 */
record Amendment(What what, Indicator after, List<String> changed) {

    /** Which kind of change it is. */
    enum What {
        /** there was none before */
        CREATED,
        /** another meaning: a version of its own */
        REDEFINED,
        /** other words or days: a revision of the same version */
        REWORDED,
        UNCHANGED
    }
}
