package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures below a unit where nothing can be added. */
@Schema(
        description =
                "Of a SHARE: how many figures there are below the unit, and the lowest, the median and the highest")
public record Distribution(int count, BigDecimal lowest, BigDecimal median, BigDecimal highest) {}
