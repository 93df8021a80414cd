package vn.nhipso.directory.alias;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.alias.changed.v1}: all about an alias at its revision; without a code it is no alias any more. */
record AliasChanged(
        String alias,
        long revision,
        Instant recordedAt,
        @Nullable String code,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note) {

    static final String TYPE = "vn.nhipso.alias.changed.v1";

    static AliasChanged of(CodeAlias alias) {
        return new AliasChanged(
                alias.alias(),
                alias.revision(),
                alias.recordedAt(),
                alias.code(),
                alias.validFrom(),
                alias.validTo(),
                alias.note());
    }

    static AliasChanged removed(String alias, long revision, Instant recordedAt) {
        return new AliasChanged(alias, revision, recordedAt, null, null, null, null);
    }
}
