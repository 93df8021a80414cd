package vn.nhipso.directory.unit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;

/** What to search for, as query parameters. */
public class Search {

    @QueryParam("q")
    @Parameter(
            description = "Words or their beginnings, with or without diacritics, or a code or its beginning",
            example = "tam nong")
    @Nullable String words;

    @QueryParam("parent")
    @Parameter(description = "Only units directly below the unit that bears this code", example = "82")
    @Nullable String parent;

    @QueryParam("within")
    @Parameter(description = "Only units below the unit that bears this code, at any distance", example = "82")
    @Nullable String within;

    UnitSearch.Question question(AtDay at, UnitFilter filter, Units units) {
        boolean anyDay = words != null && at.validAt == null;
        When when = at.when(units);
        return new UnitSearch.Question(
                Filters.text("q", words),
                anyDay ? null : when.day(),
                when.asOf(),
                filter,
                Filters.text("parent", parent),
                Filters.text("within", within));
    }
}
