package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.submission.DueReturns;
import vn.nhipso.indicator.submission.ReturnStatus;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/**
 * What a message says of one return. No remarks and no names: whoever may read the return finds them there.
 *
 * @param id null where nobody has begun it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ReturnNotice",
        description = "A return that is due, late or sent back; `id` is missing where nobody has begun it")
record ReturnNotice(
        String unit,
        String period,
        @Nullable UUID id,
        @Nullable ReturnStatus status,
        @Nullable LocalDate dueOn,
        @Nullable Instant returnedAt) {

    static ReturnNotice of(DueReturns.Due due) {
        return new ReturnNotice(due.unit(), due.period(), due.id(), due.status(), due.dueOn(), null);
    }

    static ReturnNotice of(DueReturns.Returned returned) {
        return new ReturnNotice(
                returned.unit(), returned.period(), returned.id(), ReturnStatus.RETURNED, null, returned.at());
    }

    /** Where its unit is looked for in the tree. */
    Units.Place place() {
        return new Units.Place(unit, ReportingCalendar.CALENDAR.closingDay(Period.parse(period)));
    }
}
