package vn.nhipso.directory.committee;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;

/** A committee as it is sent. */
public record RegisterCommittee(
        @Schema(
                required = true,
                description = "Read on `from` if given, else today, else on the last day the code lived",
                examples = "15655")
        @Nullable String unit,

        @Schema(required = true, examples = "Ban Chỉ đạo Chuyển đổi số xã Ngọc Phụng") @Nullable String name,

        @Schema(description = "The founding decision, where known") @Nullable Act decision,

        @Schema(description = "First day, where known") @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to,

        @Nullable String note,

        @Schema(description = "May be an office; absent where not known") @Nullable Seat head,

        @Nullable List<@Nullable Seat> members) {}
