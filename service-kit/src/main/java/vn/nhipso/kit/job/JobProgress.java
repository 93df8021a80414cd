package vn.nhipso.kit.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param phase a word for what is being done
 * @param done of the phase
 * @param total of the phase; absent where it is not known
 * @param percent of the phase; absent where the total is not known
 */
public record JobProgress(
        @Schema(examples = "CHECKING") String phase,
        @Schema(examples = "5400") long done,

        @Schema(examples = "10794", description = "Absent where it is not known") @Nullable Long total,

        @Schema(examples = "50.0277") @Nullable BigDecimal percent) {

    private static final int DECIMALS = 4;

    static JobProgress of(String phase, long done, long total) {
        if (total <= 0) {
            return new JobProgress(phase, done, null, null);
        }
        BigDecimal percent = BigDecimal.valueOf(Math.min(done, total))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(total), DECIMALS, RoundingMode.DOWN);
        return new JobProgress(phase, done, total, percent);
    }
}
