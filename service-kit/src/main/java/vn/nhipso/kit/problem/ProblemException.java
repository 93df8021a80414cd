package vn.nhipso.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem body. It rolls a running transaction back, as every unchecked exception does. */
public final class ProblemException extends RuntimeException {

    /** More errors than this are counted but not listed (DESIGN 5). */
    public static final int LISTED_ERRORS = 1_000;

    private final transient ProblemCode code;
    private final transient Text detail;
    private transient List<ProblemError> errors = List.of();
    private @Nullable Integer retryAfterSeconds;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public ProblemException(ProblemCode code, Text detail) {
        super(code.name() + ": " + detail.en());
        this.code = code;
        this.detail = detail;
    }

    /** Adds every error; a body lists the first {@value #LISTED_ERRORS} of them and says how many there are. */
    public ProblemException withErrors(List<ProblemError> all) {
        errors = List.copyOf(all);
        return this;
    }

    /** Tells the caller when to try again, in seconds. */
    public ProblemException withRetryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** An extension member of the problem body (RFC 9457, 3.2). */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public Text detail() {
        return detail;
    }

    public List<ProblemError> errors() {
        return errors;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public Map<String, Object> members() {
        return members;
    }
}
