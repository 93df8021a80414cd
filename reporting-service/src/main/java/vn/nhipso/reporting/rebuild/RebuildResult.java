package vn.nhipso.reporting.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rebuild; the served rollups are those that it made.
 *
 * @param rows rollups made
 * @param checksum sum of a hash of every row over all its columns: the same for the same rollups, in whatever order they were made, of one version of the
 *     service and one major version of PostgreSQL
 * @param equal whether the rollups served before were the same
 * @param differing how many were not: another value, missing, or there without a figure
 * @param differences the first of them
 * @param facts figures that were read
 * @param seconds from the beginning to the swap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildResult(
        long rows,
        String checksum,
        boolean equal,
        long differing,
        List<Difference> differences,
        long facts,
        BigDecimal seconds) {

    /** A rollup that was not as the rebuild made it; without a unit, a period that was not kept as its definition says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String indicator, String period, @Nullable String unit) {}
}
