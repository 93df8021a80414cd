package vn.nhipso.directory.change;

/** What a list does to a unit. */
public enum Alteration {
    BEGUN,
    ENDED,
    RENAMED,
    RETYPED,
    TRANSFERRED
}
