package vn.nhipso.directory.team;

/** What somebody is in a team. */
public enum MemberRole {
    LEADER,
    DEPUTY,
    MEMBER
}
