package vn.nhipso.directory.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.change.Alteration;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueOutcome;
import vn.nhipso.directory.change.ListItem;
import vn.nhipso.directory.change.UnitList;

/** What a list of units did, or would do. */
@Schema(name = "UnitImport", description = "The difference between a whole list of units and what was known")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitImportView(
        @Schema(description = "UNCHANGED: the record said all of it already, no change was filed")
        CatalogueOutcome.Status status,

        @Schema(examples = "2025-07-01") LocalDate validFrom,

        @Schema(description = "Units in the list", examples = "3355")
        int rows,

        @Schema(examples = "6") int begun,
        @Schema(examples = "7445") int ended,

        @Schema(description = "Renamed, retyped or transferred, each unit once", examples = "3322")
        int altered,

        @Schema(examples = "27") int unchanged,
        int renamed,
        int retyped,
        int transferred,

        @Schema(description = "Absent where nothing was written") @Nullable UUID changeId,

        @Schema(description = "Pass as `minSequence` to read what was written", examples = "directory:1204") @Nullable String sequence,

        @Schema(description = "By level and code, 1,000 at most")
        List<ListItem> items,

        @Schema(description = "How many differences there are", examples = "10773")
        int itemCount,

        @Schema(description = "Where lineage was sent with the list") @Nullable LineageImportView lineage) {

    private static final int LISTED = 1_000;

    static UnitImportView of(CatalogueFiling filing, CatalogueOutcome outcome) {
        List<ListItem> items = outcome.items() == null ? List.of() : outcome.items();
        UnitList list = filing.units();
        int rows = list == null ? 0 : list.units().size();
        int begun = count(items, Alteration.BEGUN);
        int ended = count(items, Alteration.ENDED);
        int altered = items.size() - begun - ended;
        return new UnitImportView(
                outcome.status(),
                filing.day(),
                rows,
                begun,
                ended,
                altered,
                rows - begun - altered,
                count(items, Alteration.RENAMED),
                count(items, Alteration.RETYPED),
                count(items, Alteration.TRANSFERRED),
                outcome.change(),
                outcome.sequence(),
                items.stream().limit(LISTED).toList(),
                items.size(),
                outcome.lineage() == null ? null : LineageImportView.of(filing, outcome));
    }

    private static int count(List<ListItem> items, Alteration what) {
        return (int) items.stream().filter(item -> item.what().contains(what)).count();
    }
}
