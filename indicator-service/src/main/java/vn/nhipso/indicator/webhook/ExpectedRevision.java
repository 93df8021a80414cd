package vn.nhipso.indicator.webhook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * On which revision an edit rests.
 *
 * @param ifMatch the header; null where none was sent
 */
record ExpectedRevision(@Nullable String ifMatch) {

    /** Fails with 428 without the header and with 412 where another revision stands. */
    void require(Webhook current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Gửi If-Match với ETag của bản đang có.",
                            "Send If-Match with the ETag of the present state."));
        }
        String present = "\"" + current.revision() + "\"";
        if (Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .noneMatch(tag -> tag.equals("*") || tag.equals(present))) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Đã có người sửa từ lúc bạn đọc; hãy đọc lại rồi sửa.",
                            "Somebody has edited it since you read it; read it again."));
        }
    }
}
