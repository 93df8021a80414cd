package vn.nhipso.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where what went wrong becomes an answer. No class name and no stack trace leaves the process. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException problem, HttpHeaders headers) {
        return ProblemResponses.of(problem, headers);
    }

    /** What RESTEasy and JAX-RS themselves refuse. A body that Jackson could not map arrives here as the cause of a 400. */
    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    public Response refused(WebApplicationException refused, HttpHeaders headers) {
        if (refused.getCause() instanceof JacksonException jackson) {
            return json(jackson, headers);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        return ProblemResponses.of(byStatus(refused, status), headers);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    public Response json(JacksonException unreadable, HttpHeaders headers) {
        return ProblemResponses.of(unreadable(unreadable), headers);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    public Response mapping(MismatchedInputException unreadable, HttpHeaders headers) {
        return json(unreadable, headers);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    public Response violated(ConstraintViolationException violated, HttpHeaders headers) {
        List<ProblemError> errors = violated.getConstraintViolations().stream()
                .map(ProblemMappers::error)
                .sorted((a, b) -> String.valueOf(a.pointer()).compareTo(String.valueOf(b.pointer())))
                .toList();
        return ProblemResponses.of(
                new ProblemException(
                                KitProblem.INVALID_FIELD,
                                new Text("Có trường không hợp lệ.", "Some fields are not valid."))
                        .withErrors(errors),
                headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    @Priority(Priorities.USER - 1)
    public Response unauthenticated(HttpHeaders headers) {
        Response answer = ProblemResponses.of(
                new ProblemException(
                        KitProblem.UNAUTHENTICATED,
                        new Text(
                                "Gửi kèm tiêu đề Authorization: Bearer với mã truy cập còn hạn.",
                                "Send an Authorization: Bearer header with a valid token.")),
                headers);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    @Priority(Priorities.USER - 1)
    public Response forbidden(HttpHeaders headers) {
        return ProblemResponses.of(
                new ProblemException(
                        KitProblem.FORBIDDEN,
                        new Text("Vai trò của tài khoản không cho phép việc này.", "Your role does not allow this.")),
                headers);
    }

    /** The unexpected: said with an id, logged once with the same id. A database that is away is no error of the service, nor a caller who goes. */
    @ServerExceptionMapper
    public Response unexpected(Throwable unexpected, HttpHeaders headers) {
        if (Outage.isBehind(unexpected)) {
            LOG.warnf("The database cannot be used at the moment: %s", unexpected.toString());
            return ProblemResponses.of(
                    new ProblemException(
                                    KitProblem.UNAVAILABLE,
                                    new Text(
                                            "Cơ sở dữ liệu tạm thời không truy cập được; hãy thử lại sau.",
                                            "The database cannot be reached at the moment; try again."))
                            .withRetryAfter(Outage.RETRY_AFTER_SECONDS),
                    headers);
        }
        if (isUnreadableForm(unexpected)) {
            return ProblemResponses.of(
                    new ProblemException(KitProblem.MALFORMED_REQUEST, KitProblem.MALFORMED_REQUEST.title()), headers);
        }
        if (BrokenOff.isBehind(unexpected)) {
            LOG.debugf("An answer was broken off: %s", unexpected);
            // Its head is on its way already; this is for RESTEasy alone.
            return Response.serverError().build();
        }
        String traceId = UUID.randomUUID().toString();
        LOG.errorf(unexpected, "Request failed, traceId %s", traceId);
        return ProblemResponses.of(
                new ProblemException(
                        KitProblem.INTERNAL_ERROR,
                        new Text(
                                "Hệ thống gặp lỗi ngoài dự kiến. Hãy gửi traceId cho đơn vị vận hành.",
                                "Something unexpected happened. Give the traceId to your operator.")),
                headers,
                traceId);
    }

    /** The parser of forms has no exception of its own for what ends early or never was a form. */
    private static boolean isUnreadableForm(Throwable unexpected) {
        StackTraceElement[] at = unexpected.getStackTrace();
        return unexpected instanceof IOException
                && at.length > 0
                && at[0].getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart");
    }

    private static ProblemException byStatus(WebApplicationException refused, int status) {
        KitProblem code =
                switch (status) {
                    case 401 -> KitProblem.UNAUTHENTICATED;
                    case 403 -> KitProblem.FORBIDDEN;
                    case 404 -> KitProblem.NOT_FOUND;
                    case 405 -> KitProblem.METHOD_NOT_ALLOWED;
                    case 406 -> KitProblem.NOT_ACCEPTABLE;
                    case 413 -> KitProblem.PAYLOAD_TOO_LARGE;
                    case 415 -> KitProblem.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> KitProblem.UNAVAILABLE;
                    default -> status < 500 ? KitProblem.MALFORMED_REQUEST : KitProblem.INTERNAL_ERROR;
                };
        // RESTEasy answers 404 where a path or query parameter could not be converted: that is a bad parameter, not a
        // missing thing.
        boolean conversion = refused instanceof NotFoundException
                && (refused.getCause() instanceof IllegalArgumentException
                        || refused.getCause() instanceof DateTimeException);
        if (conversion) {
            return new ProblemException(KitProblem.INVALID_PARAMETER, cause(refused));
        }
        return new ProblemException(code, code.title());
    }

    private static Text cause(Throwable refused) {
        Throwable cause = refused.getCause();
        return cause == null ? KitProblem.INVALID_PARAMETER.title() : explanation(cause);
    }

    /** Not JSON at all is 400; JSON of another shape than the operation takes is 422 with the place. */
    public static ProblemException unreadable(JacksonException unreadable) {
        ProblemError error = shapeError(unreadable);
        if (error == null) {
            return new ProblemException(
                    KitProblem.MALFORMED_REQUEST,
                    Text.of(
                            "Nội dung không phải JSON đúng cú pháp%s.",
                            "The body is not well-formed JSON%s.", place(unreadable)));
        }
        KitProblem code = KitProblem.valueOf(error.code());
        return new ProblemException(code, error.detail()).withErrors(List.of(error));
    }

    /** What is wrong with the shape of well-formed JSON, or null when it is not well-formed. */
    public static @Nullable ProblemError shapeError(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return new ProblemError(
                    pointer(unknown),
                    row(unknown),
                    KitProblem.UNKNOWN_FIELD.name(),
                    Text.of("Không có trường “%s”.", "There is no field \"%s\".", unknown.getPropertyName()));
        }
        if (unreadable instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return new ProblemError(
                    pointer(invalid), row(invalid), KitProblem.INVALID_FIELD.name(), explanation(invalid.getCause()));
        }
        if (unreadable instanceof JsonMappingException mapping
                && (unreadable instanceof MismatchedInputException
                        || !mapping.getPath().isEmpty())
                && !(unreadable.getCause() instanceof com.fasterxml.jackson.core.JsonParseException)
                && !endsEarly(unreadable)) {
            return new ProblemError(
                    pointer(mapping),
                    row(mapping),
                    KitProblem.INVALID_FIELD.name(),
                    new Text("Giá trị không đúng kiểu.", "The value has the wrong type."));
        }
        return null;
    }

    private static Text explanation(Throwable cause) {
        if (cause instanceof Explained explained) {
            return explained.text();
        }
        String message = cause.getMessage();
        // What the JDK says of an unknown constant is the name of a class.
        if (message == null || message.startsWith("No enum constant")) {
            return new Text("Giá trị không có trong danh sách cho phép.", "The value is none of those allowed.");
        }
        return Text.same(message);
    }

    private static boolean endsEarly(JacksonException unreadable) {
        String message = unreadable.getOriginalMessage();
        return message != null && message.contains("end-of-input");
    }

    private static String place(JacksonException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " (" + location.getLineNr() + ":" + location.getColumnNr() + ")";
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(reference -> "/"
                        + (reference.getFieldName() == null
                                ? String.valueOf(reference.getIndex())
                                : reference.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    private static @Nullable Integer row(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .filter(reference -> reference.getFieldName() == null && reference.getIndex() >= 0)
                .map(JsonMappingException.Reference::getIndex)
                .findFirst()
                .orElse(null);
    }

    private static ProblemError error(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Integer row = null;
        int depth = 0;
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
                row = row == null ? node.getIndex() : row;
            }
            // The first two nodes are the method and its parameter.
            if (depth++ > 1 && node.getName() != null) {
                pointer.append('/').append(node.getName());
            }
        }
        return new ProblemError(
                pointer.isEmpty() ? null : pointer.toString(),
                row,
                KitProblem.INVALID_FIELD.name(),
                Text.same(violation.getMessage()));
    }
}
