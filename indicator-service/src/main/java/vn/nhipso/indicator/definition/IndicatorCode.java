package vn.nhipso.indicator.definition;

/** What a code of an indicator looks like: DG01, DI09A, DTI-CQS. */
public final class IndicatorCode {

    public static final String PATTERN = "[A-Z][A-Z0-9-]{0,29}";

    /** What the directory counts appears under these codes by itself (DESIGN 3). */
    static final String RESERVED = "REG-";

    private IndicatorCode() {}
}
