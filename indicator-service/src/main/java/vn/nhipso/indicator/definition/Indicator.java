package vn.nhipso.indicator.definition;

import java.time.Instant;

/**
 * A state of an indicator's definition.
 *
 * @param version counts changes of meaning
 * @param revision counts every change, wording included; it is the ETag
 * @param body complete: {@link DefineIndicator#complete}
 */
record Indicator(String code, int version, int revision, DefineIndicator body, Instant recordedAt) {

    /** The strong entity tag of the state. */
    String etag() {
        return Integer.toString(revision);
    }
}
