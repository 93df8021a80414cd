package vn.nhipso.reporting.live;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.nhipso.kit.intake.Watermark;

/** Data of an event {@code rollup}. */
@Schema(name = "RollupUpdate", description = "Rollups that were made anew: read them again")
public record UpdateView(
        @Schema(examples = "DG01") String indicator,
        @Schema(examples = "2022-H1") String period,

        @Schema(description = "Those of the units listened for, smallest code first")
        List<String> units,

        Watermark watermark) {}
