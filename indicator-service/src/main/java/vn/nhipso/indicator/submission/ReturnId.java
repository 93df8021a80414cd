package vn.nhipso.indicator.submission;

import java.util.UUID;

/** The id of a return in a path. */
final class ReturnId {

    private ReturnId() {}

    /** Fails with RETURN_NOT_FOUND: what is no id at all names nothing. */
    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw ReturnService.notFound(id);
        }
    }
}
