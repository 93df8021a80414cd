package vn.nhipso.directory.team;

/** What was done with personal data. */
public enum ContactAction {
    ENTERED,
    CHANGED,
    READ,
    ERASED
}
