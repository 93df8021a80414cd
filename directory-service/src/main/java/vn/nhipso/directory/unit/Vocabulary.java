package vn.nhipso.directory.unit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which of many numbered things stand under a word, found by the beginning or by any part of the word. */
final class Vocabulary {

    private final String[] words;
    private final int[][] things;

    private Vocabulary(String[] words, int[][] things) {
        this.words = words;
        this.things = things;
    }

    /** Gathers words. */
    static final class Builder {
        private final TreeMap<String, IntStream.Builder> words = new TreeMap<>();

        void add(String word, int thing) {
            words.computeIfAbsent(word, w -> IntStream.builder()).add(thing);
        }

        Vocabulary build() {
            return new Vocabulary(
                    words.keySet().toArray(String[]::new),
                    words.values().stream().map(list -> list.build().toArray()).toArray(int[][]::new));
        }
    }

    /** Adds every thing under a word that begins so. */
    void beginning(String beginning, BitSet found) {
        int place = Arrays.binarySearch(words, beginning);
        for (int i = place < 0 ? -place - 1 : place; i < words.length && words[i].startsWith(beginning); i++) {
            add(i, found);
        }
    }

    /** Adds every thing under a word that has this in it anywhere. */
    void containing(String part, BitSet found) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].contains(part)) {
                add(i, found);
            }
        }
    }

    private void add(int word, BitSet found) {
        for (int thing : things[word]) {
            found.set(thing);
        }
    }
}
