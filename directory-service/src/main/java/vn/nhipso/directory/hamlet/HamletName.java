package vn.nhipso.directory.hamlet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of hamlets compared without case and without regard to where the tone mark stands: Hòa and Hoà are one name, Hòa and Hóa are two. */
final class HamletName {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private HamletName() {}

    /** Equal for names that are one. */
    static String key(String name) {
        return BLANKS.splitAsStream(name.strip().toLowerCase(Locale.ROOT))
                .map(HamletName::wordKey)
                .collect(Collectors.joining(" "));
    }

    /** Its letters without tones, then its tones. */
    private static String wordKey(String word) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .chars()
                .forEach(character -> (TONES.indexOf(character) < 0 ? letters : tones).append((char) character));
        return Normalizer.normalize(letters, Normalizer.Form.NFC) + tones;
    }

    /** "1" of "Thôn 1" where the type is thôn: lists often say the word twice. */
    static String without(String type, String name) {
        boolean said = name.length() > type.length() + 1
                && name.regionMatches(true, 0, type, 0, type.length())
                && Character.isWhitespace(name.charAt(type.length()));
        return said && !type.isEmpty() ? name.substring(type.length()).strip() : name;
    }
}
