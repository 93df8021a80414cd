package vn.nhipso.indicator.evidence;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The media type of a file, as it is kept and served again. */
final class FileType {

    private static final String UNKNOWN = "application/octet-stream";

    /** Type and subtype, and no more than a charset behind them. */
    private static final Pattern PLAIN = Pattern.compile(
            "[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}(; ?charset=\"?[a-z0-9_-]{1,30}\"?)?");

    private FileType() {}

    /** Fails with UNSUPPORTED_MEDIA_TYPE for what is a form, or no media type at all. */
    static String of(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return UNKNOWN;
        }
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        boolean form = type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
        if (form || !PLAIN.matcher(type).matches()) {
            throw new ProblemException(
                    KitProblem.UNSUPPORTED_MEDIA_TYPE,
                    new Text(
                            "Gửi chính tệp đó làm nội dung, với Content-Type của tệp; không gửi biểu mẫu.",
                            "Send the file itself as the body, with its own Content-Type; no form."));
        }
        return type;
    }
}
