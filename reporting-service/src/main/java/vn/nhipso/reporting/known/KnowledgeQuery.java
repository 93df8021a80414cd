package vn.nhipso.reporting.known;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How much must be known before a report answers, and as of when; taken by a resource as {@code @BeanParam}. */
public class KnowledgeQuery {

    @QueryParam("asOf")
    @Parameter(
            description =
                    "What was known at this moment (RFC 3339) of figures, definitions, targets and the hierarchy; now by default. With `validAt`: the hierarchy"
                            + " of that day as it was known then",
            schema = @Schema(implementation = Instant.class),
            example = "2024-04-20T00:00:00Z")
    @Nullable String asOf;

    @QueryParam("minSequence")
    @Parameter(description = "Waits up to 2 s until this sequence is applied; repeatable")
    List<String> minSequence = List.of();

    public List<String> minSequence() {
        return minSequence;
    }
}
