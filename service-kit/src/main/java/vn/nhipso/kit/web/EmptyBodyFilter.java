package vn.nhipso.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
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
        boolean empty = request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                ? request.getHeaderString("Transfer-Encoding") == null
                : request.getLength() == 0;
        if (method != null && empty && TAKES_BODY.computeIfAbsent(method, EmptyBodyFilter::takesBody)) {
            throw new ProblemException(
                    KitProblem.MALFORMED_REQUEST, new Text("Yêu cầu không có nội dung.", "The request has no body."));
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
