package vn.nhipso.reporting.rollup;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;

/** Which rollups are wanted; taken by a resource as {@code @BeanParam}. */
public class SelectionQuery {

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator; repeatable", example = "DG01")
    List<String> indicators = List.of();

    @QueryParam("unit")
    @Parameter(
            description = "Code of a unit, read on `validAt` where it is given, else on the closing day; repeatable",
            example = "870")
    List<String> units = List.of();

    @QueryParam("period")
    @Parameter(description = "Period; repeatable", example = "2022-H1")
    List<Period> periods = List.of();

    @QueryParam("scope")
    @DefaultValue("WHOLE")
    @Parameter(description = "Whose figure stands on top")
    Scope scope = Scope.WHOLE;

    @QueryParam("level")
    @Parameter(description = "Lists the units of this level, instead of `unit`")
    @Nullable Level level;

    @QueryParam("within")
    @Parameter(description = "With `level`: at or below this unit; the whole country by default")
    @Nullable String within;
}
