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
        @Nullable Seat head,
        @Schema(description = "All but the head") List<Seat> members,
        @Schema(description = "Where it was when") List<Stay> placements,
        long revision) {

    static CommitteeView of(Committee committee, List<Stay> stays, List<CommitteeMember> seats) {
        List<Seat> all = seats.stream().map(CommitteeMember::seat).toList();
        return new CommitteeView(
                committee.id,
                stays.isEmpty() ? committee.unitCode : stays.getLast().unit(),
                committee.name,
                committee.decision(),
                committee.validFrom,
                committee.validTo,
                committee.note,
                all.stream()
                        .filter(seat -> seat.role() == CommitteeRole.HEAD)
                        .findFirst()
                        .orElse(null),
                all.stream().filter(seat -> seat.role() != CommitteeRole.HEAD).toList(),
                stays,
                committee.revision);
    }
}
