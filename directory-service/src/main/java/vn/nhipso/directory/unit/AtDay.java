package vn.nhipso.directory.unit;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two clocks as query parameters. */
public class AtDay {

    @QueryParam("validAt")
    @Parameter(description = "The day of the world; today in Vietnam when absent", example = "2025-06-30")
    @Nullable LocalDate validAt;

    @QueryParam("asOf")
    @Parameter(description = "The moment of knowledge; what is known now when absent", example = "2026-01-01T00:00:00Z")
    @Nullable OffsetDateTime asOf;

    public When when(Units units) {
        return units.when(validAt, asOf);
    }
}
