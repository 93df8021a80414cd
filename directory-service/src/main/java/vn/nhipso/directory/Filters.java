package vn.nhipso.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What comes in with a request before any rule is asked: parameters and cursors that no value could be are refused. */
public final class Filters {

    private static final int LONGEST = 500;

    private Filters() {}

    /** Refuses what no value could be: overlong text and characters that the database does not take. */
    public static @Nullable String text(String name, @Nullable String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            Text detail = Text.of(
                    "%s dài quá %d ký tự hoặc có ký tự không hợp lệ.",
                    "%s is longer than %d characters or has a character that is not valid.", name, LONGEST);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return value;
    }

    /** Refuses days that the directory cannot speak of. */
    public static @Nullable LocalDate day(String name, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(Days.FIRST) || day.isAfter(Days.LAST))) {
            Text detail =
                    Text.of("%s phải từ %s đến %s.", "%s must be between %s and %s.", name, Days.FIRST, Days.LAST);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return day;
    }

    /** Reads the key of a cursor; one that was tampered with is refused. */
    public static <T> @Nullable T after(List<String> key, Function<List<String>, T> reader) {
        try {
            return key.isEmpty() ? null : reader.apply(key);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException tampered) {
            throw new ProblemException(
                    KitProblem.INVALID_CURSOR, new Text("Con trỏ không đọc được.", "The cursor is unreadable."));
        }
    }

    /** The id in a cursor of a list that is ordered by it. */
    public static @Nullable UUID afterId(List<String> key) {
        return after(key, parts -> UUID.fromString(parts.getFirst()));
    }

    /** A switch: anything but true and false is refused, because a misspelt dry run would be a real one. */
    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return "true".equals(value);
        }
        Text detail = Text.of("%s phải là true hoặc false.", "%s must be true or false.", name);
        throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
    }

    /** The JSON null is no body. */
    public static <T> T body(@Nullable T sent) {
        if (sent == null) {
            throw new ProblemException(
                    KitProblem.MALFORMED_REQUEST,
                    new Text("Nội dung phải là một đối tượng JSON.", "The body must be a JSON object."));
        }
        return sent;
    }
}
