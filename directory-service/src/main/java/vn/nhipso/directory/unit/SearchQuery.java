package vn.nhipso.directory.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed.
 *
 * @param code as it was typed: may be a code or the beginning of one
 * @param phrase in the form of {@link SearchWords}
 * @param words of the phrase, each once
 * @param aliases that begin as the code does, by their main code
 */
record SearchQuery(String code, String phrase, List<String> words, Map<String, String> aliases) {

    /** How well something fits, best first. */
    static final int EXACT_CODE = 0;

    static final int EXACT_NAME = 1;
    static final int EXACT_FULL_NAME = 2;
    static final int NAME_BEGINS = 3;
    static final int FULL_NAME_OR_CODE_BEGINS = 4;
    static final int PHRASE_INSIDE = 5;
    static final int WORDS_BEGIN = 6;
    static final int CONTAINED = 7;
    static final int NOT_AT_ALL = 8;

    static SearchQuery of(String typed) {
        String phrase = SearchWords.of(typed);
        List<String> words = phrase.isEmpty()
                ? List.of()
                : Arrays.stream(phrase.split(" ", -1)).distinct().toList();
        return new SearchQuery(typed.strip().toUpperCase(Locale.ROOT), phrase, words, Map.of());
    }

    SearchQuery with(Map<String, String> foundAliases) {
        return new SearchQuery(code, phrase, words, foundAliases);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean mayBeCode() {
        return code.equals(UnitCode.ROOT) || (!code.isEmpty() && Character.isDigit(code.charAt(0)));
    }

    int rankOfCode(String other) {
        if (!mayBeCode()) {
            return NOT_AT_ALL;
        }
        return other.equals(code) ? EXACT_CODE : other.startsWith(code) ? FULL_NAME_OR_CODE_BEGINS : NOT_AT_ALL;
    }

    /** As {@link #rankOfCode} for the alias of a main code. */
    int rankOfAlias(String mainCode) {
        String alias = aliases.get(mainCode);
        return alias == null ? NOT_AT_ALL : rankOfCode(alias);
    }

    /** Both names in the form of {@link SearchWords}. */
    int rankOfName(String name, String fullName) {
        if (name.equals(phrase)) {
            return EXACT_NAME;
        }
        if (fullName.equals(phrase)) {
            return EXACT_FULL_NAME;
        }
        if (name.startsWith(phrase)) {
            return NAME_BEGINS;
        }
        if (fullName.startsWith(phrase)) {
            return FULL_NAME_OR_CODE_BEGINS;
        }
        if (begins(fullName, phrase) || begins(name, phrase)) {
            return PHRASE_INSIDE;
        }
        return rankOfWords(name, fullName);
    }

    private int rankOfWords(String name, String fullName) {
        int rank = WORDS_BEGIN;
        for (String word : words) {
            if (begins(name, word) || begins(fullName, word)) {
                continue;
            }
            if (!name.contains(word) && !fullName.contains(word)) {
                return NOT_AT_ALL;
            }
            rank = CONTAINED;
        }
        return rank;
    }

    /** Whether a word of the name begins so. */
    private static boolean begins(String name, String beginning) {
        for (int at = name.indexOf(beginning); at >= 0; at = name.indexOf(beginning, at + 1)) {
            if (at == 0 || name.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
