package vn.nhipso.directory.activity;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Sent;

/** What shall be altered about an initiative or a campaign: an absent field stays, null removes it. */
@Schema(description = "An absent field stays as it is, null removes it")
public record ActivityPatch(
        @Schema(implementation = String.class, examples = "Chợ 4.0 thanh toán không dùng tiền mặt") @Nullable Sent<String> name,

        @Schema(implementation = LocalDate.class) @Nullable Sent<LocalDate> from,

        @Schema(implementation = LocalDate.class, description = "The day after the last") @Nullable Sent<LocalDate> to,

        @Schema(implementation = String.class) @Nullable Sent<String> note) {

    TrainingPatch asTraining() {
        return new TrainingPatch(name, from, to, note, null, null);
    }
}
