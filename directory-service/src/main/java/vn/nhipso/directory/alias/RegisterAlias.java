package vn.nhipso.directory.alias;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alias as a steward enters it. */
@Schema(name = "RegisterAlias")
public record RegisterAlias(
        @Schema(description = "The main code", required = true, examples = "23938") @Nullable String code,

        @Schema(description = "First day on which the alias is used; absent: always", examples = "2025-07-01") @Nullable LocalDate validFrom,

        @Schema(description = "The day after the last; absent: for ever") @Nullable LocalDate validTo,

        @Schema(description = "Where the alias is used", examples = "letter 1027/CTK-CSCL (25/06/2025)") @Nullable String note) {}
