package vn.nhipso.directory.alias;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alias as the API shows it. */
@Schema(name = "CodeAlias", description = "Another code for a unit.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AliasView(
        @Schema(examples = "23737") String alias,

        @Schema(description = "The main code: on each day the unit that bears it then", examples = "23938")
        String code,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note,

        @Schema(description = "Counts up with every alteration; the ETag", examples = "1")
        long revision,

        Instant recordedAt,

        @Schema(description = "After a write: pass as `minSequence` to a report that shall know of it") @Nullable String sequence) {

    static AliasView of(CodeAlias alias, @Nullable String sequence) {
        return new AliasView(
                alias.alias(),
                alias.code(),
                alias.validFrom(),
                alias.validTo(),
                alias.note(),
                alias.revision(),
                alias.recordedAt(),
                sequence);
    }
}
