package vn.nhipso.indicator.finding.rules;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.kit.paging.Page;

@Path("/v1/check-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "What is odd about accepted measurements")
class CheckRuleResource {

    private final CheckRules rules;

    CheckRuleResource(CheckRules rules) {
        this.rules = rules;
    }

    @GET
    @Operation(
            operationId = "checkRules",
            summary = "Read the rules that measurements are held to",
            description =
                    "Each with its code, what it does (rejects the row, or records a finding), the method in words, the settings as they are here, and an"
                            + " example that is accepted and one that is rejected or found odd.")
    public Page<CheckRule> list() {
        return Page.of(rules.all());
    }
}
