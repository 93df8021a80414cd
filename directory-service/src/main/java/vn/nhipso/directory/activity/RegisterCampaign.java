package vn.nhipso.directory.activity;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign as it is sent. */
public record RegisterCampaign(
        @Schema(
                required = true,
                description = "Read on `from` if given, else today, else on the last day the code lived",
                examples = "15655")
        @Nullable String unit,

        @Schema(required = true, examples = "Tuần lễ đoàn thanh niên với CĐS") @Nullable String name,

        @Schema(examples = "2024-08-23") @Nullable LocalDate from,

        @Schema(description = "The day after the last", examples = "2024-08-31") @Nullable LocalDate to,

        @Nullable String note) {

    RegisterActivity activity() {
        return new RegisterActivity(ActivityKind.CAMPAIGN, unit, name, from, to, note, null, null, null);
    }
}
