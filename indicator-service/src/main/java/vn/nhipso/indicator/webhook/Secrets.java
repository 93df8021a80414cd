package vn.nhipso.indicator.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What signs the messages of a webhook.
 *
 * @param old signs too, until a moment after a rotation
 */
record Secrets(
        String current, @Nullable String old, @Nullable Instant oldUntil) {

    static Secrets first() {
        return new Secrets(Signature.newSecret(), null, null);
    }

    Secrets rotated(Instant keepOldUntil) {
        return new Secrets(Signature.newSecret(), current, keepOldUntil);
    }

    /** Those that sign at a moment, the present one first. */
    List<String> at(Instant moment) {
        return old != null && oldUntil != null && moment.isBefore(oldUntil) ? List.of(current, old) : List.of(current);
    }

    /** Not what they are: a record that is logged must not give them away. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
