package vn.nhipso.directory.committee;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Sent;

/** What shall be altered about a seat: an absent field stays, null removes it. */
@Schema(name = "CommitteeSeatPatch", description = "An absent field stays as it is, null removes it")
public record SeatPatch(
        @Schema(implementation = String.class) @Nullable Sent<String> name,

        @Schema(implementation = String.class, examples = "Phòng Văn hóa và Thông tin") @Nullable Sent<String> office,

        @Schema(implementation = String.class, examples = "Chủ tịch UBND xã") @Nullable Sent<String> position,

        @Schema(implementation = CommitteeRole.class) @Nullable Sent<CommitteeRole> role,

        @Schema(implementation = LocalDate.class) @Nullable Sent<LocalDate> from,

        @Schema(implementation = LocalDate.class) @Nullable Sent<LocalDate> to) {

    /** The seat as it would be sent anew. */
    Seat over(CommitteeMember seat) {
        return new Seat(
                Sent.or(name, seat.name),
                Sent.or(office, seat.office),
                Sent.or(position, seat.position),
                Sent.or(role, seat.role),
                Sent.or(from, seat.from),
                Sent.or(to, seat.to));
    }
}
