package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;

/** A rule that a measurement must meet. Rules are pure and know nothing of one another: each has its own code. */
interface Check {

    /** Null when the rule is met or does not apply. */
    @Nullable Rejection reject(Candidate candidate);
}
