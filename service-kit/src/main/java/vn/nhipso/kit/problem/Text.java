package vn.nhipso.kit.problem;

import java.util.Locale;

/**
 * A sentence for people in both languages of the API.
 *
 * @param vi Vietnamese, the default language
 * @param en English
 */
public record Text(String vi, String en) {

    /** The same words in both languages: for figures, codes and names. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** Both languages with the arguments put in by {@link String#format}. */
    public static Text of(String vi, String en, Object... arguments) {
        return new Text(String.format(Locale.ROOT, vi, arguments), String.format(Locale.ROOT, en, arguments));
    }

    public String in(Locale language) {
        return "en".equals(language.getLanguage()) ? en : vi;
    }
}
