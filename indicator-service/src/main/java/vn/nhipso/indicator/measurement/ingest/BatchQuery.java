package vn.nhipso.indicator.measurement.ingest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What is said about a batch beside its rows, whatever its format. */
public class BatchQuery {

    @QueryParam("mode")
    @DefaultValue("ATOMIC")
    BatchMode mode = BatchMode.ATOMIC;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(
            description = "Judge only, store nothing",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun = "false";

    @QueryParam("minSequence")
    @Parameter(
            description = "Wait until this is known here, up to two seconds: the `sequence` of an answer",
            example = "directory:17")
    List<String> minSequence = List.of();

    @HeaderParam("Idempotency-Key")
    @Parameter(description = "The same key and request again gets the same answer")
    @Nullable String idempotencyKey;

    public BatchMode mode() {
        return mode;
    }

    public List<String> minSequence() {
        return minSequence;
    }

    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** Strictly: whoever writes dryRun=yes must not find it stored. */
    public boolean isDryRun() {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                Text detail = new Text("dryRun là true hoặc false.", "dryRun is true or false.");
                throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                        .withErrors(List.of(ProblemError.at("dryRun", KitProblem.INVALID_PARAMETER.name(), detail)));
            }
        };
    }
}
