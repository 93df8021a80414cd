package vn.nhipso.directory.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueOutcome;
import vn.nhipso.directory.change.LineageDifference;

/** What a list of edges did, or would do. */
@Schema(name = "LineageImport", description = "What a list of edges settled, counted over the codes it names")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineageImportView(
        @Schema(description = "UNCHANGED: the record said all of it already, no change was filed")
        CatalogueOutcome.Status status,

        @Schema(examples = "2025-07-01") LocalDate effectiveOn,

        @Schema(description = "Rows of the list", examples = "10633")
        int rows,

        @Schema(description = "Codes that another unit bears from the day on, new codes included")
        int begun,

        @Schema(description = "Old codes whose unit is no more")
        int ended,

        @Schema(description = "Codes whose unit goes on otherwise named, typed or placed")
        int altered,

        @Schema(description = "Codes whose unit goes on as it was")
        int unchanged,

        @Schema(examples = "10633") int edges,

        @Schema(description = "Old codes whose population went to several units", examples = "381")
        int divided,

        @Schema(description = "Hamlets that live on under another commune")
        int hamletsMoved,

        @Schema(description = "Teams that are elsewhere now, or no more; in a dry run 0")
        int teamsMoved,

        @Schema(description = "Absent where nothing was written") @Nullable UUID changeId,

        @Schema(description = "Pass as `minSequence` to read what was written", examples = "directory:1204") @Nullable String sequence) {

    static LineageImportView of(CatalogueFiling filing, CatalogueOutcome outcome) {
        LineageDifference settled = Objects.requireNonNull(outcome.lineage());
        return new LineageImportView(
                outcome.status(),
                filing.day(),
                settled.edges(),
                settled.begun(),
                settled.ended(),
                settled.altered(),
                settled.unchanged(),
                settled.edges(),
                settled.divided(),
                settled.hamletsMoved(),
                settled.teamsMoved(),
                outcome.change(),
                outcome.sequence());
    }
}
