package vn.nhipso.indicator.definition;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people type it in a hurry: lower case, no diacritics, so that "ho so" finds "hồ sơ". */
final class SearchText {

    private SearchText() {}

    static String of(String... parts) {
        return Normalizer.normalize(String.join(" ", parts), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    /** A LIKE pattern for text that contains these words as they stand. */
    static String containing(String words) {
        return "%" + of(words).strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
