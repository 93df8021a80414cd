package vn.nhipso.indicator.check;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a target in its own words, as far as they are understood: "vượt kế hoạch đề ra", "đạt", "dự kiến đạt", "chưa đạt". Words
 * without any diacritics are read without them; in words with them "đất" and "đặt" are not "đạt". Everything else says nothing.
 */
enum Verdict {
    NOT_REACHED(
            EnumSet.of(TargetStatus.BEHIND, TargetStatus.ON_TRACK),
            "(chưa|không|ko) (thể |đủ )?(đạt|hoàn thành|vượt)|chưa đảm bảo|thấp hơn (kế hoạch|chỉ tiêu|mục tiêu)"),
    /** It says that it is not there yet. */
    EXPECTED(
            EnumSet.of(TargetStatus.BEHIND, TargetStatus.ON_TRACK),
            "(dự kiến|ước|phấn đấu|khả năng|sẽ|sắp|cơ bản|gần)( là| có thể| sẽ)* (đạt|hoàn thành|vượt)"),
    REACHED_OR_EXCEEDED(EnumSet.of(TargetStatus.MET, TargetStatus.EXCEEDED), "đạt (và|hoặc|,) vượt"),
    EXCEEDED(EnumSet.of(TargetStatus.EXCEEDED), "vượt|cao hơn (kế hoạch|chỉ tiêu|mục tiêu)"),
    /** Who exceeds a target reaches it too. */
    REACHED(EnumSet.of(TargetStatus.MET, TargetStatus.EXCEEDED), "đạt|hoàn thành");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final Set<TargetStatus> agreesWith;
    private final Pattern words;
    private final Pattern plainWords;

    Verdict(Set<TargetStatus> agreesWith, String words) {
        this.agreesWith = agreesWith;
        this.words = whole(Normalizer.normalize(words, Normalizer.Form.NFC));
        this.plainWords = whole(plain(words));
    }

    /** Null where the words are none of a target. */
    static @Nullable Verdict of(String status) {
        String said = Normalizer.normalize(status, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        boolean bare = ASCII.matcher(said).matches();
        for (Verdict verdict : values()) {
            if ((bare ? verdict.plainWords : verdict.words).matcher(said).find()) {
                return verdict;
            }
        }
        return null;
    }

    boolean agreesWith(Set<TargetStatus> possible) {
        return possible.stream().anyMatch(agreesWith::contains);
    }

    private static Pattern whole(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + words + ")(?![\\p{L}\\p{M}])");
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd');
    }
}
