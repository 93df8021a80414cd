package vn.nhipso.directory.alias;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another code for a unit.
 *
 * @param code the main one: on each day the unit that bears it then
 * @param validFrom first day on which the alias is used; null for always
 * @param validTo the day after the last; null for ever
 * @param revision of the alias, also over its removal
 */
record CodeAlias(
        String alias,
        String code,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note,
        long revision,
        Instant recordedAt) {

    boolean saysTheSame(CodeAlias other) {
        return code.equals(other.code)
                && Objects.equals(validFrom, other.validFrom)
                && Objects.equals(validTo, other.validTo)
                && Objects.equals(note, other.note);
    }

    /** The same on the days of another: a file has no columns for them. */
    CodeAlias onDaysOf(CodeAlias other) {
        return new CodeAlias(alias, code, other.validFrom, other.validTo, note, revision, recordedAt);
    }

    CodeAlias recorded(long newRevision, Instant at) {
        return new CodeAlias(alias, code, validFrom, validTo, note, newRevision, at);
    }

    String etag() {
        return Long.toString(revision);
    }
}
