package vn.nhipso.reporting.explanation;

/** Why a published figure at or below a unit is not in the unit's number. */
public enum Exclusion {
    /** A stated figure that was chosen stands for it: that of {@code by}. */
    STATED_STANDS_ABOVE,
    /** A statement about units that are added up completely without it. */
    NOT_CHOSEN,
    /** A percentage, or a numerator alone: it is shown and enters no sum. */
    NO_COUNTS,
    /** Of a SHARE: the unit has no weight, so the figure cannot be weighed. */
    NO_WEIGHT,
    /** The definition lists no figure of a unit of this level. */
    LEVEL_NOT_LISTED,
    /** Another scope of the unit was asked for. */
    OTHER_SCOPE,
    /** Of a period inside the one asked for, which was itself reported. */
    OTHER_PERIOD_REPORTED,
    /** Of a STOCK: a later state inside the period counts. */
    LATER_STATE_COUNTS,
    /** Of a FLOW: the period is added up from other periods inside it. */
    OTHER_PARTS_ADDED,
    /** Of a FLOW: not all parts of the period are there, so none is added. */
    PARTS_INCOMPLETE,
    /** On the closing day of its own period the code meant another unit, or other people. */
    OTHER_UNIT_THEN,
    /** Taken back by its reporter. */
    WITHDRAWN
}
