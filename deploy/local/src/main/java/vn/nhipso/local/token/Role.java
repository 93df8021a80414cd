package vn.nhipso.local.token;

import java.util.Locale;

/** The roles of the house; the local stack has a demo user of each. */
public enum Role {
    STEWARD,
    APPROVER,
    REPORTER,
    OPERATOR;

    /** As it stands in the token's {@code groups}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
