package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of an import. */
@Schema(name = "IndicatorsImported", description = "What came of an import; with dryRun, what would come of it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueImported(
        State status,
        int rows,
        int created,

        @Schema(description = "Changes of meaning: a new version each")
        int redefined,

        @Schema(description = "Changes of wording or days") int reworded,
        int unchanged,

        @Schema(description = "The differences, in the order of the rows; 1,000 at most")
        List<Difference> items,

        @Schema(description = "Up to where this write reaches") @Nullable String sequence) {

    private static final int LISTED = 1_000;

    /** Whether anything was written. */
    @Schema(name = "IndicatorImportStatus")
    public enum State {
        APPLIED,
        UNCHANGED,
        DRY_RUN
    }

    /** What becomes of one indicator. */
    @Schema(name = "IndicatorDifference")
    public record Difference(
            @Schema(examples = "DG01") String code,
            Amendment.What change,
            @Schema(description = "The version after it") int version,

            @Schema(description = "The fields that differ", examples = "[\"custodian\"]")
            List<String> changed) {}

    static CatalogueImported of(State status, Catalogue.Plan plan, @Nullable String sequence) {
        return new CatalogueImported(
                status,
                plan.amendments().size(),
                count(plan, Amendment.What.CREATED),
                count(plan, Amendment.What.REDEFINED),
                count(plan, Amendment.What.REWORDED),
                count(plan, Amendment.What.UNCHANGED),
                plan.writes().stream()
                        .limit(LISTED)
                        .map(change -> new Difference(
                                change.after().code(),
                                change.what(),
                                change.after().version(),
                                change.changed()))
                        .toList(),
                sequence);
    }

    private static int count(Catalogue.Plan plan, Amendment.What what) {
        return (int) plan.amendments().stream()
                .filter(amendment -> amendment.what() == what)
                .count();
    }
}
