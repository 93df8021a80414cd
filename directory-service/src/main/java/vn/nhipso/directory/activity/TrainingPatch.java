package vn.nhipso.directory.activity;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Sent;

/** What shall be altered about a training: an absent field stays, null removes it. */
@Schema(description = "An absent field stays as it is, null removes it")
public record TrainingPatch(
        @Schema(implementation = String.class) @Nullable Sent<String> name,

        @Schema(implementation = LocalDate.class) @Nullable Sent<LocalDate> from,

        @Schema(implementation = LocalDate.class, description = "The day after the last") @Nullable Sent<LocalDate> to,

        @Schema(implementation = String.class) @Nullable Sent<String> note,

        @Schema(implementation = Integer.class, description = "Number of classes", examples = "12") @Nullable Sent<Integer> classes,

        @Schema(implementation = Integer.class, description = "Number of people trained", examples = "480") @Nullable Sent<Integer> participants) {

    /** The activity as it would be sent anew. */
    RegisterActivity over(Activity activity) {
        return new RegisterActivity(
                activity.kind,
                activity.unitCode,
                Sent.or(name, activity.name),
                Sent.or(from, activity.validFrom),
                Sent.or(to, activity.validTo),
                Sent.or(note, activity.note),
                Sent.or(classes, activity.classes),
                Sent.or(participants, activity.participants),
                null);
    }
}
