package vn.nhipso.kit.problem;

import java.util.Locale;

/**
 * One kind of problem in a service's catalogue. The {@link #name()} is contract: callers switch on it, so it is never renamed.
 * Each service has one enum that implements this, readable on one screen.
 */
public interface ProblemCode {

    /** The stable code, in UPPER_SNAKE_CASE. */
    String name();

    /** The HTTP status it is answered with. */
    int status();

    /** What it is, independent of the case at hand. */
    Text title();

    /** The problem type of RFC 9457: a name, not a place. */
    default String type() {
        return "urn:nhipso:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
