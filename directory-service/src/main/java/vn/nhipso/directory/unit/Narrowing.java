package vn.nhipso.directory.unit;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;

/** Filters by level and type as query parameters. */
public class Narrowing {

    @QueryParam("level")
    @Parameter(description = "Only these levels; repeatable", example = "COMMUNE")
    @Nullable List<Level> levels;

    @QueryParam("type")
    @Parameter(description = "Only these types, the words in the names; repeatable", example = "phường")
    @Nullable List<String> types;

    UnitFilter filter() {
        List<String> words = types == null ? List.of() : types;
        words.forEach(word -> Filters.text("type", word));
        return new UnitFilter(levels == null ? List.of() : levels, words);
    }
}
