package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitView;

/** A recorded change. */
@Schema(name = "UnitChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        UUID id,
        ChangeKind kind,
        @Nullable Act act,
        @Schema(examples = "2025-07-01") LocalDate effectiveOn,
        @Nullable String note,

        @Schema(description = "When the directory came to know it")
        Instant recordedAt,

        @Schema(description = "Codes whose versions altered")
        int units,

        @Schema(description = "Codes whose lineage altered") int edges,

        @Schema(description = "The change that this one takes back") @Nullable UUID withdraws,

        @Schema(description = "The change that took this one back") @Nullable UUID withdrawnBy,

        @Schema(description = "Only for a single change: what ended, also what followed by rule") @Nullable List<String> ends,

        @Schema(description = "Only for a single change: what began or altered") @Nullable List<UnitView> begins,

        @Schema(description = "Only for a single change") @Nullable List<LineageEdge> lineage) {

    ChangeView with(ChangeContent content) {
        return new ChangeView(
                id,
                kind,
                act,
                effectiveOn,
                note,
                recordedAt,
                units,
                edges,
                withdraws,
                withdrawnBy,
                content.ends(),
                content.begins(),
                content.lineage());
    }
}
