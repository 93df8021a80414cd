package vn.nhipso.directory.activity;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training as it is sent. */
public record RegisterTraining(
        @Schema(
                required = true,
                description = "Read on `from` if given, else today, else on the last day the code lived",
                examples = "87")
        @Nullable String unit,

        @Schema(required = true, examples = "Tập huấn cho các tổ công nghệ số cộng đồng") @Nullable String name,

        @Schema(examples = "2024-03-01") @Nullable LocalDate from,

        @Schema(description = "The day after the last", examples = "2024-04-01") @Nullable LocalDate to,

        @Nullable String note,

        @Schema(description = "Number of classes", examples = "12") @Nullable Integer classes,

        @Schema(description = "Number of people trained") @Nullable Integer participants) {

    RegisterActivity activity() {
        return new RegisterActivity(ActivityKind.TRAINING, unit, name, from, to, note, classes, participants, null);
    }
}
