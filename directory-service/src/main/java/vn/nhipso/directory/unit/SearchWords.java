package vn.nhipso.directory.unit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched: without diacritics, lower case, one blank between words. */
public final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** "Tam Nông", "TAM NÔNG" and decomposed spellings all become "tam nong"; đ becomes d, which has no decomposition. */
    public static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NO_WORD.matcher(lower).replaceAll(" ").strip();
    }
}
