package vn.nhipso.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** A parameter that does not exist is said, not ignored: {@code ?validat=} would otherwise answer for today. */
@Provider
public class QueryParameterFilter implements ContainerRequestFilter {

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private final ResourceInfo resource;

    QueryParameterFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith("vn.nhipso.")) {
            return;
        }
        Set<String> known = KNOWN.computeIfAbsent(method, QueryParameterFilter::parameters);
        List<ProblemError> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> ProblemError.at(name, KitProblem.UNKNOWN_PARAMETER.name(), detail(name, known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                            KitProblem.UNKNOWN_PARAMETER, unknown.getFirst().detail())
                    .withErrors(unknown);
        }
    }

    private static Text detail(String name, Set<String> known) {
        String list = String.join(", ", new TreeSet<>(known));
        return known.isEmpty()
                ? Text.of("Không có tham số “%s”.", "There is no parameter \"%s\".", name)
                : Text.of("Không có tham số “%s”; có: %s.", "There is no parameter \"%s\"; there are: %s.", name, list);
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            RestQuery rest = parameter.getAnnotation(RestQuery.class);
            if (query != null) {
                names.add(query.value());
            } else if (rest != null) {
                names.add(rest.value().isEmpty() ? parameter.getName() : rest.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> type, Set<String> names) {
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                RestQuery rest = field.getAnnotation(RestQuery.class);
                if (query != null) {
                    names.add(query.value());
                } else if (rest != null) {
                    names.add(rest.value().isEmpty() ? field.getName() : rest.value());
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    addFields(field.getType(), names);
                }
            }
        }
    }
}
