package vn.nhipso.indicator.definition;

/** Where an indicator, or a version of it, stands on a day. */
public enum Status {
    /** it counts on that day */
    IN_FORCE,
    /** it counts no more */
    RETIRED,
    /** it does not count yet */
    FUTURE,
    /** a later version took its place from its first day on */
    REPLACED
}
