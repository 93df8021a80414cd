package vn.nhipso.indicator.figure;

/** How exact the source says its number is; none means exact. "khoảng trên" is two. */
public enum Qualifier {
    /** hơn, trên */
    AT_LEAST,
    /** khoảng */
    ABOUT,
    /** gần */
    NEARLY,
    /** dưới, không quá */
    AT_MOST
}
