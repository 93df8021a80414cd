package vn.nhipso.kit.security;

/** The roles of DESIGN 9, as they stand in a token's {@code groups}. */
public final class Roles {

    /** Reports the figures of a unit and what is below it. */
    public static final String REPORTER = "reporter";

    /** Approves what others submitted, and may publish. */
    public static final String APPROVER = "approver";

    /** Keeps units, definitions and targets, and may publish. */
    public static final String STEWARD = "steward";

    /** Runs the services: jobs, dead letters, rebuilds. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
