package vn.nhipso.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.Text;

/** Text as it may enter the directory: composed Unicode, no control or direction characters, of a sane length. */
public final class CleanText {

    /** Longest name of anything. */
    public static final int NAME = 300;

    /** Longest note. */
    public static final int NOTE = 4_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
    private static final Pattern UNWANTED_IN_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n\\r\\t]]");

    private CleanText() {}

    /** A required text of one line; what is wrong with it is added to the refusals and an empty text returned. */
    public static String required(@Nullable String text, int longest, String pointer, Refusals refusals) {
        if (text == null || text.isBlank()) {
            refusals.add(pointer, DirectoryProblem.FIELD_MISSING);
            return "";
        }
        String clean = optional(text, longest, pointer, refusals);
        return clean == null ? "" : clean;
    }

    /** A text of one line; blank is absent. */
    public static @Nullable String optional(@Nullable String text, int longest, String pointer, Refusals refusals) {
        if (text == null || text.isBlank()) {
            return null;
        }
        check(text, UNWANTED, longest, pointer, refusals);
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** A text that may have several lines; blank is absent. */
    public static @Nullable String note(@Nullable String text, String pointer, Refusals refusals) {
        if (text == null || text.isBlank()) {
            return null;
        }
        check(text, UNWANTED_IN_LINES, NOTE, pointer, refusals);
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static void check(String text, Pattern unwanted, int longest, String pointer, Refusals refusals) {
        if (text.length() > longest) {
            refusals.add(
                    pointer,
                    DirectoryProblem.TEXT_INVALID,
                    Text.of("Dài quá %d ký tự.", "Longer than %d characters.", longest));
        } else if (unwanted.matcher(text).find()) {
            refusals.add(
                    pointer,
                    DirectoryProblem.TEXT_INVALID,
                    new Text(
                            "Có ký tự điều khiển hoặc ký tự đổi chiều chữ.",
                            "It contains control or direction characters."));
        }
    }
}
