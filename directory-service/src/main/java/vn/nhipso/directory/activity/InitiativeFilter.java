package vn.nhipso.directory.activity;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;

/** Initiatives are also found by who applies them. */
public class InitiativeFilter extends ActivityFilter {

    @QueryParam("appliedBy")
    @Parameter(description = "Applied by this unit", example = "30169")
    @Nullable String appliedBy;

    @Override
    ActivityReader.Question question(ActivityKind kind) {
        ActivityReader.Question asked = super.question(kind);
        return new ActivityReader.Question(
                kind, asked.unit(), asked.within(), Filters.text("appliedBy", appliedBy), asked.day(), asked.words());
    }
}
