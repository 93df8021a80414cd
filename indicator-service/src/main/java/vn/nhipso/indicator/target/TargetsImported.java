package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a file of targets. */
@Schema(name = "TargetsImported", description = "What came of an import; with dryRun, what would come of it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetsImported(
        State status,
        int rows,
        @Schema(description = "Where none stood before") int set,
        @Schema(description = "In the place of another") int superseded,
        int unchanged,

        @Schema(description = "What is written, in the order of the rows; 1,000 at most")
        List<Item> items,

        @Schema(description = "Up to where this write reaches") @Nullable String sequence) {

    private static final int LISTED = 1_000;

    /** Whether anything was written. */
    @Schema(name = "TargetImportStatus")
    public enum State {
        APPLIED,
        UNCHANGED,
        DRY_RUN
    }

    /** What becomes of one row. */
    @Schema(name = "ImportedTarget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(description = "The line of a table, or the position of an item")
            int row,

            TargetPlan.Outcome outcome,

            @Schema(description = "Of the new target; missing in a dry run") @Nullable String id,

            String indicator,
            String unit,
            String period,

            @Schema(description = "The target whose place it takes") @Nullable String supersedes) {}

    static TargetsImported of(State status, List<TargetPlan.Step> steps, @Nullable String sequence) {
        return new TargetsImported(
                status,
                steps.size(),
                count(steps, TargetPlan.Outcome.SET),
                count(steps, TargetPlan.Outcome.SUPERSEDED),
                count(steps, TargetPlan.Outcome.UNCHANGED),
                steps.stream()
                        .filter(step -> step.outcome() != TargetPlan.Outcome.UNCHANGED)
                        .limit(LISTED)
                        .map(step -> item(step, status == State.APPLIED))
                        .toList(),
                sequence);
    }

    private static Item item(TargetPlan.Step step, boolean written) {
        Target target = step.target();
        return new Item(
                step.wish().place(),
                step.outcome(),
                written ? target.id.toString() : null,
                target.indicator,
                target.unit,
                target.period,
                target.supersedes == null ? null : target.supersedes.toString());
    }

    private static int count(List<TargetPlan.Step> steps, TargetPlan.Outcome outcome) {
        return (int) steps.stream().filter(step -> step.outcome() == outcome).count();
    }
}
