package vn.nhipso.directory.team;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a team to another unit, by hand. */
@Schema(description = "From that day on the team is at another unit")
public record TeamMove(
        @Schema(required = true, description = "Code of a unit that lives on that day", examples = "15655") @Nullable String to,

        @Schema(required = true, description = "The first day there", examples = "2025-07-01") @Nullable LocalDate on) {}
