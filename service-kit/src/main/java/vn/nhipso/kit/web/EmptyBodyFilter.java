package vn.nhipso.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** An operation that takes a body gets one: without this an empty request would reach it as null. */
@Provider
public class EmptyBodyFilter implements ContainerRequestFilter {

    private static final Map<Method, Boolean> TAKES_BODY = new ConcurrentHashMap<>();

    private final ResourceInfo resource;

    EmptyBodyFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null && TAKES_BODY.computeIfAbsent(method, EmptyBodyFilter::takesBody) && isEmpty(request)) {
            throw new ProblemException(
                    KitProblem.MALFORMED_REQUEST, new Text("Yêu cầu không có nội dung.", "The request has no body."));
        }
    }

    /** HTTP/2 does not say whether a body without a length comes: its first byte does. */
    private static boolean isEmpty(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null) {
            return request.getLength() == 0;
        }
        return request.getHeaderString("Transfer-Encoding") == null && !beginsToCome(request);
    }

    private static boolean beginsToCome(ContainerRequestContext request) {
        PushbackInputStream body = new PushbackInputStream(request.getEntityStream(), 1);
        try {
            int first = body.read();
            if (first >= 0) {
                body.unread(first);
                request.setEntityStream(body);
            }
            return first >= 0;
        } catch (IOException broken) {
            throw new ProblemException(KitProblem.MALFORMED_REQUEST, KitProblem.MALFORMED_REQUEST.title());
        }
    }

    private static boolean takesBody(Method method) {
        return method.getDeclaringClass().getName().startsWith("vn.nhipso.")
                && Arrays.stream(method.getParameters()).anyMatch(EmptyBodyFilter::isEntity);
    }

    /** JAX-RS: the parameter that carries no annotation of its own is the body; constraints and documentation do not count. */
    private static boolean isEntity(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(Class::getName)
                        .noneMatch(name ->
                                name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive."))
                && !parameter.getType().getName().startsWith("jakarta.ws.rs.");
    }
}
