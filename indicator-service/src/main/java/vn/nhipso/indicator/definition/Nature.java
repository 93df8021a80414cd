package vn.nhipso.indicator.definition;

/** Whether an indicator happens during a period or stands on a day. */
public enum Nature {
    /** dossiers handled in the period */
    FLOW,
    /** accounts on that day: the last value inside a period counts */
    STOCK
}
