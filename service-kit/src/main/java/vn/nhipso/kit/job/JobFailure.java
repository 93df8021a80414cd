package vn.nhipso.kit.job;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Why a job failed, as it is stored: in both languages.
 *
 * @param errors at most as many as a problem lists
 * @param members extension members of the problem, such as errorCount
 * @param traceId finds it in the log
 */
record JobFailure(
        String code,
        Text detail,
        List<ProblemError> errors,
        Map<String, Object> members,
        @Nullable String traceId) {

    static JobFailure of(ProblemException problem) {
        List<ProblemError> errors =
                problem.errors().stream().limit(ProblemException.LISTED_ERRORS).toList();
        return new JobFailure(problem.code().name(), problem.detail(), errors, problem.members(), null);
    }

    static JobFailure unexpected(String traceId) {
        return new JobFailure(
                KitProblem.INTERNAL_ERROR.name(),
                new Text(
                        "Hệ thống gặp lỗi ngoài dự kiến. Hãy gửi traceId cho đơn vị vận hành.",
                        "Something unexpected happened. Give the traceId to your operator."),
                List.of(),
                Map.of(),
                traceId);
    }

    static JobFailure givenUp(int attempts) {
        return new JobFailure(
                KitProblem.INTERNAL_ERROR.name(),
                Text.of(
                        "Tác vụ đã bị ngắt %d lần và không được chạy lại nữa.",
                        "The job was interrupted %d times and is not run again.", attempts),
                List.of(),
                Map.of(),
                null);
    }
}
