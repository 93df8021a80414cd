package vn.nhipso.indicator.definition;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.web.Uploads;

/** In which form a list is wanted. */
final class ListFormat {

    private ListFormat() {}

    /** What the parameter says, else what is accepted first of the two. */
    static boolean isCsv(@Nullable String format, HttpHeaders headers) {
        if (format == null) {
            return headers.getAcceptableMediaTypes().stream()
                    .filter(type -> !type.isWildcardSubtype())
                    .map(type -> type.getType() + "/" + type.getSubtype())
                    .filter(type -> type.equals(Uploads.CSV) || type.equals(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .filter(Uploads.CSV::equals)
                    .isPresent();
        }
        if (!format.equals("json") && !format.equals("csv")) {
            Text detail = new Text("format là json hoặc csv.", "format is json or csv.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("format", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return format.equals("csv");
    }

    static Response csv(String table) {
        return Response.ok(table, Uploads.CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"indicators.csv\"")
                .build();
    }
}
