package vn.nhipso.directory.team;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.unit.Level;

/** A team as it is sent. */
public record RegisterTeam(
        @Schema(
                required = true,
                description = "Read on `validFrom` if given, else today, else on the last day the code lived",
                examples = "15655-01")
        @Nullable String unit,

        @Schema(required = true) @Nullable TeamKind kind,

        @Schema(required = true, description = "Not above the unit's own level", examples = "HAMLET") @Nullable Level level,

        @Schema(required = true, examples = "Tổ công nghệ số cộng đồng Thôn 1") @Nullable String name,

        @Schema(description = "The founding decision, where known") @Nullable Act decision,

        @Schema(
                description =
                        "First day, where known; otherwise the team counts from the first day of its unit on record")
        @Nullable LocalDate validFrom,

        @Schema(description = "The day after the last, where it has ended") @Nullable LocalDate validTo) {}
