package vn.nhipso.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** A parameter with the character U+0000 names nothing: PostgreSQL cannot even compare it, and would fail instead of finding nothing. */
@Provider
public class StorableParameterFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        refuse(uri.getPathParameters());
        refuse(uri.getQueryParameters());
    }

    private static void refuse(MultivaluedMap<String, String> parameters) {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (parameter.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                Text detail = Text.of(
                        "Tham số “%s” có ký tự không hợp lệ.",
                        "The parameter \"%s\" has an invalid character.", parameter.getKey());
                throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                        .withErrors(List.of(
                                ProblemError.at(parameter.getKey(), KitProblem.INVALID_PARAMETER.name(), detail)));
            }
        }
    }
}
