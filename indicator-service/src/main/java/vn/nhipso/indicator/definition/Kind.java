package vn.nhipso.indicator.definition;

/** What is given for an indicator, and how it adds up (DESIGN 5). */
public enum Kind {
    /** numerator and denominator: Σ / Σ, never a mean of percentages */
    RATIO,
    /** a number that does not add up: a percentage, a speed, a score */
    SHARE,
    /** a number: Σ */
    COUNT,
    /** yes or no; yes / answers where stated for several */
    FLAG
}
