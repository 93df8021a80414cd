package vn.nhipso.directory.team;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Sent;

/** What shall be altered about a member: an absent field stays, null removes it. */
@Schema(name = "TeamMemberPatch", description = "An absent field stays as it is, null removes it")
public record MemberPatch(
        @Schema(implementation = String.class, description = "Personal data") @Nullable Sent<String> name,

        @Schema(implementation = MemberRole.class) @Nullable Sent<MemberRole> role,

        @Schema(implementation = String.class, examples = "Đoàn Thanh niên") @Nullable Sent<String> body,

        @Schema(implementation = String.class, description = "Personal data", examples = "0900 000 000") @Nullable Sent<String> phone,

        @Schema(implementation = LocalDate.class, description = "First day; null: from the team's begin") @Nullable Sent<LocalDate> from,

        @Schema(implementation = LocalDate.class, description = "The day after the last; null: a member still")
        @Nullable Sent<LocalDate> to) {

    /** The member as it would be sent anew. */
    RegisterMember over(TeamMember member) {
        return new RegisterMember(
                Sent.or(name, member.name),
                Sent.or(role, member.role),
                Sent.or(body, member.body),
                Sent.or(phone, member.phone),
                Sent.or(from, member.from),
                Sent.or(to, member.to));
    }

    boolean touchesPersonalData() {
        return name != null || phone != null;
    }
}
