package vn.nhipso.kit.problem;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;

/** Endpoints that go wrong in every way, for {@link ProblemResourceTest}. */
@Path("/probe")
public class ProbeResource {

    public record Row(@NotBlank String name, BigDecimal value, Period period) {}

    public record Rows(List<@Valid Row> items) {}

    @GET
    public Page<Integer> list(
            @BeanParam PageQuery page, @QueryParam("filter") String filter, @QueryParam("period") Period period) {
        int from = page.after(filter).isEmpty()
                ? 0
                : Integer.parseInt(page.after(filter).getFirst()) + 1;
        List<Integer> rows =
                IntStream.range(from, 250).boxed().limit(page.size() + 1L).toList();
        return page.page(rows, row -> List.of(String.valueOf(row)), filter);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Rows echo(@Valid Rows rows) {
        return rows;
    }

    @GET
    @Path("/conflict")
    public void conflict() {
        throw new ProblemException(KitProblem.CONFLICT, new Text("Trùng.", "Twice."))
                .with("other", 7)
                .withErrors(
                        List.of(ProblemError.row(3, "/items/3/unit", "UNIT_UNKNOWN", new Text("Không có.", "None."))));
    }

    @GET
    @Path("/failure")
    public void failure() {
        throw new IllegalStateException("secret detail");
    }

    /** Some 20 MB. */
    @GET
    @Path("/large")
    public List<String> large() {
        return Collections.nCopies(200_000, "x".repeat(100));
    }

    @GET
    @Path("/steward")
    @RolesAllowed("steward")
    public void steward() {}

    @GET
    @Path("/someone")
    @Authenticated
    public void someone() {}
}
