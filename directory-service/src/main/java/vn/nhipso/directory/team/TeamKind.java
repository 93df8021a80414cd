package vn.nhipso.directory.team;

/** Kinds of teams; they are never added to each other. */
public enum TeamKind {
    /** Tổ công nghệ số cộng đồng. */
    COMMUNITY,
    /** Tổ thanh niên, đội hình thanh niên tình nguyện. */
    YOUTH,
    /** Tổ hỗ trợ. */
    SUPPORT
}
