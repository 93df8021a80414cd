package vn.nhipso.directory.activity;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;

/** What narrows a list of activities; what is absent narrows nothing. */
public class ActivityFilter {

    @QueryParam("unit")
    @Parameter(description = "Of this unit itself", example = "87")
    @Nullable String unit;

    @QueryParam("within")
    @Parameter(description = "Of this unit or one below it")
    @Nullable String within;

    @QueryParam("q")
    @Parameter(description = "Words of the name, with or without diacritics", example = "cho 4.0")
    @Nullable String words;

    @QueryParam("validAt")
    @Parameter(
            description =
                    "Running on this day; where a day is not known, the unit's life counts. Without it each in its own time: today, or its last day")
    @Nullable LocalDate validAt;

    ActivityReader.Question question(ActivityKind kind) {
        return new ActivityReader.Question(
                kind,
                Filters.text("unit", unit),
                Filters.text("within", within),
                null,
                Filters.day("validAt", validAt),
                Filters.text("q", words));
    }
}
