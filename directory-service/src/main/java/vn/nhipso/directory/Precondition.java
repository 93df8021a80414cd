package vn.nhipso.directory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * On which state an edit rests: nobody overwrites what somebody else has written in between.
 *
 * @param ifMatch the header; null where none was sent
 */
public record Precondition(@Nullable String ifMatch) {

    /**
     * Fails with 428 without the header, and with 412 where it names none of the states. To be asked under the lock of the edit.
     *
     * @param current what the caller would read now; more than one where the edited thing stands in another resource too
     */
    public void require(Record... current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Gửi If-Match với ETag của bản đang có.",
                            "Send If-Match with the ETag of the present state."));
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(
                        tag -> tag.equals("*") || Arrays.stream(current).anyMatch(state -> tag.equals(quoted(state))));
        if (!matches) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Đã có người sửa từ lúc bạn đọc; hãy đọc lại rồi sửa.",
                            "Somebody has edited it since you read it; read it again."));
        }
    }

    private static String quoted(Record state) {
        return "\"" + Tagged.tag(state) + "\"";
    }
}
