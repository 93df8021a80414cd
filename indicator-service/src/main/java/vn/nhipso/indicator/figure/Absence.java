package vn.nhipso.indicator.figure;

/** Why there is no value, which is not zero. */
public enum Absence {
    /** The indicator does not concern the unit: it is not expected to report. */
    NOT_APPLICABLE,
    /** There is no way of measuring it yet. */
    NO_METHOD,
    /** It could be measured and was not. */
    NOT_COLLECTED
}
