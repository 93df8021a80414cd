package vn.nhipso.directory.unit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched: without diacritics, lower case, one blank between words. */
public final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Every Vietnamese letter, composed or not, is below this; for what is above the slow way is taken. */
    private static final int TABLE_SIZE = 0x2000;

    private static final char BETWEEN_WORDS = ' ';
    private static final char DROPPED = '\0';
    private static final char NOT_ONE_LETTER = '\uffff';
    private static final char[] BARE = table();

    private SearchWords() {}

    /** "Tam Nông", "TAM NÔNG" and decomposed spellings all become "tam nong"; đ becomes d, which has no decomposition. */
    public static String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char bare = letter < TABLE_SIZE ? BARE[letter] : NOT_ONE_LETTER;
            if (bare == NOT_ONE_LETTER) {
                return slowly(text);
            }
            boolean surplus = bare == BETWEEN_WORDS && (words.isEmpty() || words.charAt(words.length() - 1) == ' ');
            if (bare != DROPPED && !surplus) {
                words.append(bare);
            }
        }
        return words.toString().stripTrailing();
    }

    /** The rule itself, of which the table is the quick form. */
    static String slowly(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NO_WORD.matcher(lower).replaceAll(" ").strip();
    }

    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char letter = 0; letter < TABLE_SIZE; letter++) {
            String bare = slowly(String.valueOf(letter));
            if (MARKS.matcher(String.valueOf(letter)).matches()) {
                table[letter] = DROPPED;
            } else if (bare.isEmpty()) {
                table[letter] = BETWEEN_WORDS;
            } else {
                // The lower form of a sigma depends on its place in the word.
                table[letter] = bare.length() == 1 && letter != '\u03a3' ? bare.charAt(0) : NOT_ONE_LETTER;
            }
        }
        return table;
    }
}
