package vn.nhipso.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer when something is wrong: {@code application/problem+json} of RFC 9457. */
@Schema(
        name = "Problem",
        description = "RFC 9457 problem. `code` is stable; `title` and `detail` follow Accept-Language.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "traceId"})
public record ProblemBody(
        @Schema(examples = "urn:nhipso:problem:not-found") String type,
        @Schema(examples = "Không tìm thấy") String title,
        @Schema(examples = "404") int status,
        String detail,
        @Schema(examples = "NOT_FOUND") String code,
        List<Entry> errors,

        @Schema(description = "Finds the request in the service's log")
        String traceId,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    /** One wrong thing; {@code row} counts from 0 in JSON, in files it is the line. */
    @Schema(name = "ProblemError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(@Nullable String pointer, @Nullable Integer row, String code, String detail) {

        static Entry of(ProblemError error, Locale language) {
            return new Entry(
                    error.pointer(), error.row(), error.code(), error.detail().in(language));
        }
    }

    static ProblemBody of(ProblemException problem, Locale language, String traceId) {
        ProblemCode code = problem.code();
        return new ProblemBody(
                code.type(),
                code.title().in(language),
                code.status(),
                problem.detail().in(language),
                code.name(),
                problem.errors().stream()
                        .limit(ProblemException.LISTED_ERRORS)
                        .map(error -> Entry.of(error, language))
                        .toList(),
                traceId,
                members(problem));
    }

    private static Map<String, Object> members(ProblemException problem) {
        if (problem.errors().size() <= ProblemException.LISTED_ERRORS) {
            return problem.members();
        }
        Map<String, Object> members = new LinkedHashMap<>(problem.members());
        members.put("errorCount", problem.errors().size());
        return members;
    }
}
