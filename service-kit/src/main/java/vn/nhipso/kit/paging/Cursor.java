package vn.nhipso.kit.paging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** An opaque place in a list: the key of the last item seen and a mark of the filters it belongs to. */
final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String encode(List<String> key, @Nullable String... filters) {
        String plain = mark(filters) + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> decode(String cursor, @Nullable String... filters) {
        List<String> parts = parts(cursor);
        if (parts.size() < 2 || !parts.getFirst().equals(mark(filters)) || hasNul(parts)) {
            throw invalid();
        }
        return parts.subList(1, parts.size());
    }

    /** A forged one: no key holds U+0000, and PostgreSQL cannot compare it. */
    private static boolean hasNul(List<String> parts) {
        return parts.stream().anyMatch(part -> part.indexOf('\0') >= 0);
    }

    private static List<String> parts(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Arrays.asList(plain.split(SEPARATOR, -1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static String mark(@Nullable String... filters) {
        CRC32C mark = new CRC32C();
        mark.update(String.join(
                        SEPARATOR, Arrays.stream(filters).map(String::valueOf).toList())
                .getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(mark.getValue());
    }

    private static ProblemException invalid() {
        return new ProblemException(
                KitProblem.INVALID_CURSOR,
                new Text(
                        "Con trỏ không đọc được hoặc thuộc về bộ lọc khác; hãy bắt đầu lại từ trang đầu.",
                        "The cursor is unreadable or belongs to other filters; start again at the first page."));
    }
}
