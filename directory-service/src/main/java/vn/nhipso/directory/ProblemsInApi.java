package vn.nhipso.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import vn.nhipso.kit.problem.ProblemCode;

/** Writes into the API's description what each operation can refuse, from the catalogue of problems itself. */
public class ProblemsInApi implements OASFilter {

    private static final String SCHEME = "SecurityScheme";

    private static final String OF_FILES =
            ", FILE_EMPTY, FILE_MALFORMED, FILE_NOT_UTF8, CELL_INVALID, CELL_TOO_LONG, COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TWICE."
                    + " `row` is the line of the file, the header being line 1";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        add(
                operation,
                "400",
                "A parameter or the body cannot be read: MALFORMED_REQUEST, INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR");
        if (path.contains("{")) {
            add(operation, "404", "There is no such thing: " + codes(404, path));
        }
        if (method == PathItem.HttpMethod.PATCH) {
            add(operation, "412", "PRECONDITION_FAILED: it was edited after it was read; read it again");
            add(operation, "428", "PRECONDITION_REQUIRED: If-Match is missing");
        }
        if (method != PathItem.HttpMethod.GET) {
            markCreation(path, method, operation);
            add(operation, "401", "UNAUTHENTICATED: a bearer token is needed");
            add(operation, "403", "FORBIDDEN: outside the role, or outside the subtree of the claim `unit`");
            add(
                    operation,
                    "409",
                    "It is there already, or has ended: " + codes(409, path) + ", IDEMPOTENCY_KEY_REUSED");
            add(
                    operation,
                    "422",
                    "A rule is broken; nothing was written. `errors` names every place with one of: " + codes(422, path)
                            + (path.endsWith("-imports") ? OF_FILES : ", INVALID_FIELD, UNKNOWN_FIELD"));
            if (path.endsWith("-imports")) {
                add(operation, "413", "PAYLOAD_TOO_LARGE, TOO_MANY_ROWS: more than a list can have");
                add(operation, "415", "UNSUPPORTED_MEDIA_TYPE: neither CSV nor XLSX");
            }
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        }
    }

    /** What is created answers 201 with its Location; only a change has a dry run, which is 200. */
    private static void markCreation(String path, PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse ok = responses.getAPIResponse("200");
        if (method != PathItem.HttpMethod.POST
                || ok == null
                || path.matches(".*/(end|reopening|erasure|moves|[a-z]+-imports)")) {
            return;
        }
        responses.addAPIResponse(
                "201",
                OASFactory.createAPIResponse()
                        .description("Recorded; `Location` is where it is")
                        .content(ok.getContent()));
        if (path.endsWith("/unit-changes")) {
            ok.setDescription("Dry run: what it would do");
        } else {
            responses.removeAPIResponse("200");
        }
    }

    private static String codes(int status, String path) {
        boolean ofChanges = path.matches("/v1/(unit|lineage|hamlet|code-alias).*");
        return Arrays.stream(DirectoryProblem.values())
                .filter(problem -> problem.status() == status)
                .filter(problem -> problem.concerns(ofChanges))
                .map(ProblemCode::name)
                .collect(Collectors.joining(", "));
    }

    private static void add(Operation operation, String status, String description) {
        Map<String, APIResponse> known = operation.getResponses().getAPIResponses();
        if (known != null && known.containsKey(status) && known.get(status).getContent() != null) {
            return;
        }
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
    }
}
