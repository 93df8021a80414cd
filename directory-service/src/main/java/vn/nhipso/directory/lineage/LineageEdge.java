package vn.nhipso.directory.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of a unit into another.
 *
 * @param from the code until the day before
 * @param effectiveOn the day of the change
 * @param to the code from that day on; null where the successor is not known
 * @param share of the population, where a source gives it
 * @param instrument the act this step rests on, where a list cites one for each
 * @param note the source's remark
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineageEdge(
        String from,
        LocalDate effectiveOn,
        @Nullable String to,
        Extent area,
        Extent population,
        @Nullable BigDecimal share,

        @Schema(
                description = "The act this step rests on, where a list cites one for each",
                examples = "1663/NQ-UBTVQH15")
        @Nullable String instrument,

        @Schema(description = "The source's remark", examples = "Nhập toàn bộ") @Nullable String note) {

    public LineageEdge(
            String from,
            LocalDate effectiveOn,
            @Nullable String to,
            Extent area,
            Extent population,
            @Nullable BigDecimal share) {
        this(from, effectiveOn, to, area, population, share, null, null);
    }

    /** All of it. */
    public static LineageEdge whole(String from, LocalDate on, @Nullable String to) {
        return new LineageEdge(from, on, to, Extent.WHOLE, Extent.WHOLE, null);
    }
}
