package vn.nhipso.directory.committee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.placement.Stay;

/** A committee as the API shows it. */
@Schema(name = "Committee")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitteeView(
        UUID id,
        @Schema(description = "Where it is, or was last") String unit,
        String name,
        @Nullable Act decision,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,

        @Schema(description = "On the day asked for, else today or on the last day") @Nullable SeatView head,

        @Schema(description = "All but the head, of the same day")
        List<SeatView> members,

        @Schema(description = "Everybody who ever sat in it")
        List<SeatView> seats,

        @Schema(description = "Where it was when") List<Stay> placements,
        long revision) {

    /** @param day of which head and members are shown */
    static CommitteeView of(Committee committee, List<Stay> stays, List<CommitteeMember> seats, LocalDate day) {
        List<SeatView> sitting = seats.stream()
                .filter(seat -> seat.sitsOn(day))
                .map(SeatView::of)
                .toList();
        return new CommitteeView(
                committee.id,
                stays.isEmpty() ? committee.unitCode : stays.getLast().unit(),
                committee.name,
                committee.decision(),
                committee.validFrom,
                committee.validTo,
                committee.note,
                sitting.stream()
                        .filter(seat -> seat.role() == CommitteeRole.HEAD)
                        .findFirst()
                        .orElse(null),
                sitting.stream()
                        .filter(seat -> seat.role() != CommitteeRole.HEAD)
                        .toList(),
                seats.stream().map(SeatView::of).toList(),
                stays,
                committee.revision);
    }
}
