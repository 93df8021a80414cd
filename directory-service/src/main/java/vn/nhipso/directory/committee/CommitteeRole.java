package vn.nhipso.directory.committee;

/** What somebody is in a committee. */
public enum CommitteeRole {
    /** Trưởng ban. */
    HEAD,
    /** Phó Trưởng ban thường trực. */
    STANDING_DEPUTY,
    /** Phó Trưởng ban. */
    DEPUTY,
    /** Ủy viên. */
    MEMBER
}
