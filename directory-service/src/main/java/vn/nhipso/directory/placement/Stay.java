package vn.nhipso.directory.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stay at a unit. */
@Schema(description = "Where something was when")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stay(
        @Schema(examples = "15655-01") String unit,
        LocalDate from,

        @Schema(description = "Exclusive; absent while open") @Nullable LocalDate to) {

    /** The day of the stay nearest to a day: who was above the unit before has no rights over what is there now. */
    public LocalDate nearest(LocalDate day) {
        LocalDate latest = to == null || day.isBefore(to) ? day : to.minusDays(1);
        return latest.isBefore(from) ? from : latest;
    }
}
