package vn.nhipso.directory.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training, initiative or campaign as the API shows it. */
@Schema(name = "Activity", description = "A training, initiative or campaign. It stays with the unit that did it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityView(
        UUID id,
        String unit,

        @Schema(description = "The unit that bore the code then")
        UUID unitId,

        String name,
        @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to,

        @Nullable String note,
        @Schema(description = "Of a training") @Nullable Integer classes,
        @Schema(description = "Of a training") @Nullable Integer participants,

        @Schema(
                description =
                        "Of an initiative: codes of the units that apply it on the day asked for, else today or on its last day")
        @Nullable List<String> appliedBy,

        @Schema(description = "Of an initiative: who applied it when") @Nullable List<Application> applications,

        long revision) {

    /** @param day of which the appliers are shown */
    static ActivityView of(Activity activity, List<Application> applications, LocalDate day) {
        boolean applies = activity.kind == ActivityKind.INITIATIVE;
        return new ActivityView(
                activity.id,
                activity.unitCode,
                activity.unitId,
                activity.name,
                activity.validFrom,
                activity.validTo,
                activity.note,
                activity.classes,
                activity.participants,
                applies ? on(day, applications) : null,
                applies ? applications : null,
                activity.revision);
    }

    private static List<String> on(LocalDate day, List<Application> applications) {
        return applications.stream()
                .filter(application -> application.isOn(day))
                .map(application -> String.valueOf(application.unit()))
                .distinct()
                .toList();
    }
}
