package vn.nhipso.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a problem into the HTTP answer, in the language that was asked for. */
public final class ProblemResponses {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemResponses() {}

    static Response of(ProblemException problem, HttpHeaders headers) {
        return of(problem, headers, UUID.randomUUID().toString());
    }

    static Response of(ProblemException problem, HttpHeaders headers, String traceId) {
        Locale language = language(headers);
        Response.ResponseBuilder answer = Response.status(problem.code().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(ProblemBody.of(problem, language, traceId));
        Integer retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.build();
    }

    /** For requests that end before they reach a resource. */
    public static ProblemBody body(ProblemException problem, @Nullable String acceptLanguage) {
        return ProblemBody.of(
                problem, language(acceptLanguage), UUID.randomUUID().toString());
    }

    /** The language of the answer. */
    public static Locale language(HttpHeaders headers) {
        return language(headers.getAcceptableLanguages());
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return language(List.of());
        }
        try {
            return language(Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        } catch (IllegalArgumentException malformed) {
            return language(List.of());
        }
    }

    /** Vietnamese unless English is preferred to it. */
    static Locale language(List<Locale> preferred) {
        for (Locale locale : preferred) {
            if (locale.getLanguage().equals("vi") || locale.getLanguage().equals("en")) {
                return Locale.of(locale.getLanguage());
            }
        }
        return Locale.of("vi");
    }
}
