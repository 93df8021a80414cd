package vn.nhipso.indicator.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * A return with all that belongs to it.
 *
 * @param writes how often its values were written
 */
record ReturnState(ReturnView view, long writes) {

    private static final int TAG_LENGTH = 32;

    /** Changes with the return and with every value in it: whoever approves with If-Match approves what they saw. */
    String etag() {
        try {
            byte[] content = (EventJson.write(view) + writes).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param ifMatch the header; null asks for nothing */
    void require(@Nullable String ifMatch) {
        String tag = "\"" + etag() + "\"";
        if (ifMatch != null && !ifMatch.strip().equals("*") && !ifMatch.strip().equals(tag)) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Báo cáo hoặc số liệu trong đó đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The return or a value in it has changed since it was read; read it again."));
        }
    }
}
