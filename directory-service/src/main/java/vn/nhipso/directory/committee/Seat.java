package vn.nhipso.directory.committee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place in a committee as it is sent: a public official as the decision prints it, or an office. */
@Schema(name = "CommitteeSeat", description = "At least one of `name`, `office` and `position`; no contact data")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seat(
        @Schema(description = "A public official in office") @Nullable String name,

        @Schema(examples = "Phòng Văn hóa và Thông tin") @Nullable String office,

        @Schema(examples = "Chủ tịch UBND xã") @Nullable String position,

        @Schema(description = "MEMBER when absent; HEAD for `head`") @Nullable CommitteeRole role,

        @Schema(description = "First day; from the committee's begin when absent", examples = "2022-10-01") @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to) {}
