package vn.nhipso.kit.period;

/** The lengths a {@link Period} can have. */
public enum PeriodKind {
    /** {@code 2024} */
    YEAR,
    /** {@code 2024-H1} */
    HALF,
    /** {@code 2024-Q3} */
    QUARTER,
    /** {@code 2024-09} */
    MONTH,
    /** {@code 2024-YTD07}: from 1 January to the end of a month, where no other kind says the same. */
    YEAR_TO_DATE,
    /** {@code 2024-10-12}: the state on that day. */
    DAY
}
