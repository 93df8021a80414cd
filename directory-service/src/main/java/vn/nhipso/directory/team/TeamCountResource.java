package vn.nhipso.directory.team;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.directory.unit.When;

/** Numbers of teams. */
@Path("/v1/team-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
class TeamCountResource {

    private final TeamCounter counter;
    private final Units units;

    TeamCountResource(TeamCounter counter, Units units) {
        this.counter = counter;
        this.units = units;
    }

    /** How the numbers are broken down. */
    enum By {
        unit,
        level
    }

    @GET
    @Operation(
            operationId = "countTeams",
            summary = "Teams, members and hamlets with a team on a day",
            description =
                    "`by=unit` gives one item for each unit of `level` below `within`: for a province its communes, in one answer. `by=level` gives one"
                            + " for each level of teams. The denominator of the coverage are the hamlets that live on the day; a commune"
                            + " without registered hamlets has none, which is not zero. Kinds of teams are never added to each other.")
    public TeamCountAnswer count(
            @QueryParam("within")
                    @DefaultValue(UnitCode.ROOT)
                    @Parameter(description = "The subtree, by its code of that day", example = "38")
                    String within,
            @QueryParam("validAt")
                    @Parameter(description = "Today in Vietnam when absent", example = "2025-06-30")
                    @Nullable LocalDate validAt,
            @QueryParam("by") @DefaultValue("unit") By by,
            @QueryParam("level")
                    @Parameter(
                            description = "Of the units listed; communes when absent, provinces for the whole country")
                    @Nullable Level level) {
        When when = units.when(validAt, null);
        return by == By.unit ? counter.byUnit(within, when, level) : counter.byLevel(within, when);
    }
}
