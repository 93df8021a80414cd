package vn.nhipso.directory.committee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place in a committee as the API shows it. */
@Schema(name = "CommitteeSeatHeld")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatView(
        UUID id,

        @Schema(description = "A public official in office") @Nullable String name,

        @Nullable String office,
        @Nullable String position,
        CommitteeRole role,
        @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to) {

    static SeatView of(CommitteeMember seat) {
        return new SeatView(seat.id, seat.name, seat.office, seat.position, seat.role, seat.from, seat.to);
    }
}
