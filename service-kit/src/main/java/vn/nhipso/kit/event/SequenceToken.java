package vn.nhipso.kit.event;

/**
 * How far a service has written: what every write answers with, and what {@code minSequence} takes. Opaque to callers.
 *
 * @param service the service that wrote
 * @param position its outbox position
 */
public record SequenceToken(String service, long position) {

    /** Reads {@code service:position}; fails with {@link IllegalArgumentException}. */
    public static SequenceToken parse(String token) {
        int colon = token.indexOf(':');
        if (colon < 1 || !token.substring(colon + 1).matches("\\d{1,18}")) {
            throw new IllegalArgumentException("not a sequence: " + token);
        }
        return new SequenceToken(token.substring(0, colon), Long.parseLong(token.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return service + ":" + position;
    }
}
