package vn.nhipso.indicator.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.Set;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemMappers;
import vn.nhipso.kit.problem.Text;

/** Holds rows to the same types and constraints as the bodies of single requests. */
@ApplicationScoped
public class RowReader {

    private final ObjectMapper mapper;
    private final Validator validator;

    RowReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    /** Empty where something is wrong with it, which is then among the errors. */
    public <T> Optional<T> read(int place, ObjectNode row, Class<T> type, ImportErrors errors) {
        try {
            T body = mapper.treeToValue(row, type);
            Set<ConstraintViolation<T>> violations = validator.validate(body);
            violations.forEach(violation ->
                    errors.add(place, pointer(violation), KitProblem.INVALID_FIELD, Text.same(violation.getMessage())));
            return violations.isEmpty() ? Optional.of(body) : Optional.empty();
        } catch (JsonProcessingException unfit) {
            ProblemError error = ProblemMappers.shapeError(unfit);
            if (error == null) {
                errors.add(place, null, KitProblem.INVALID_FIELD, KitProblem.INVALID_FIELD.title());
            } else {
                errors.add(place, error.pointer(), KitProblem.valueOf(error.code()), error.detail());
            }
            return Optional.empty();
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return "/" + path.replaceFirst("\\[.*", "").replace('.', '/');
    }
}
