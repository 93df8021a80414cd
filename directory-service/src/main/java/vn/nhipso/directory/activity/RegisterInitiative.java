package vn.nhipso.directory.activity;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An initiative as it is sent. */
public record RegisterInitiative(
        @Schema(
                required = true,
                description = "Read on `from` if given, else today, else on the last day the code lived",
                examples = "30169")
        @Nullable String unit,

        @Schema(required = true, examples = "Chợ 4.0 thanh toán không dùng tiền mặt") @Nullable String name,

        @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to,

        @Nullable String note,

        @Schema(description = "Codes of the units that apply it, read on the same day") @Nullable List<@Nullable String> appliedBy) {

    RegisterActivity activity() {
        return new RegisterActivity(ActivityKind.INITIATIVE, unit, name, from, to, note, null, null, appliedBy);
    }
}
