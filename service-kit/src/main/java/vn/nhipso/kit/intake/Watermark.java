package vn.nhipso.kit.intake;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fresh an answer is: everything written up to there is in it. */
@Schema(description = "Everything that was written up to this sequence and time is in the answer")
public record Watermark(
        @Schema(
                description = "Sequence tokens, one a producing service, separated by a comma",
                examples = "directory:42,indicator:1200")
        String sequence,

        @Schema(description = "The oldest of the times up to which the partitions are applied")
        Instant time,

        @Schema(description = "Seconds since then") BigDecimal lagSeconds) {}
