package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member, for those who may see personal data. */
@Schema(name = "TeamMember")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
        UUID id,

        @Schema(description = "Absent once erased") @Nullable String name,

        MemberRole role,
        @Nullable String body,
        @Nullable String phone,
        @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to,

        @Schema(description = "When name and phone were erased") @Nullable Instant erasedAt,

        long revision) {

    static MemberView of(TeamMember member) {
        return new MemberView(
                member.id,
                member.name,
                member.role,
                member.body,
                member.phone,
                member.from,
                member.to,
                member.erasedAt,
                member.revision);
    }

    /** Without personal data; ETags are made of it. */
    @Override
    public String toString() {
        return "MemberView[id=" + id + ", revision=" + revision + "]";
    }
}
