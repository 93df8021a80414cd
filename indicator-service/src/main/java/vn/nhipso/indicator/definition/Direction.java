package vn.nhipso.indicator.definition;

/** Which way is good. */
public enum Direction {
    UP,
    DOWN
}
