package vn.nhipso.directory.team;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as it is sent. Name and phone are personal data: a record's usual text would put them into logs, so this one keeps them out. */
public record RegisterMember(
        @Schema(required = true, description = "Personal data") @Nullable String name,

        @Schema(required = true) @Nullable MemberRole role,

        @Schema(description = "The body that the member represents", examples = "Đoàn Thanh niên") @Nullable String body,

        @Schema(description = "Personal data", examples = "0900 000 000") @Nullable String phone,

        @Schema(description = "First day; from the team's begin when absent") @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to) {

    @Override
    public String toString() {
        return "RegisterMember[role=" + role + "]";
    }
}
