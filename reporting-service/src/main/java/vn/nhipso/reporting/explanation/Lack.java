package vn.nhipso.reporting.explanation;

/** Why a unit that should report is missing. */
public enum Lack {
    /** It gave nothing, and the period has closed. */
    MISSING,
    /** It gave nothing yet, and the period has not closed. */
    NOT_DUE,
    /** What it gave was taken back. */
    WITHDRAWN,
    /** It says that it has no way to find out. */
    NO_METHOD,
    /** It says that it did not collect the figure. */
    NOT_COLLECTED,
    /** It does not apply to the unit, which is therefore not expected. */
    NOT_APPLICABLE,
    /** It speaks for the units below it and not of itself. */
    OWN_NOT_GIVEN
}
