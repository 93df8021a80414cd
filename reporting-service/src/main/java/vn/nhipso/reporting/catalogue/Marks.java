package vn.nhipso.reporting.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Marks that say how exact a figure is, as the set of bits in which the database keeps them. */
public enum Marks {
    AT_LEAST,
    ABOUT,
    NEARLY,
    AT_MOST;

    private static final List<List<Marks>> SETS = IntStream.range(0, 1 << values().length)
            .mapToObj(bits ->
                    Stream.of(values()).filter(mark -> (bits & mark.bit()) != 0).toList())
            .toList();

    public int bit() {
        return 1 << ordinal();
    }

    /** Fails on a word that is no mark. */
    public static short bits(Collection<String> words) {
        int bits = 0;
        for (String word : words) {
            bits |= valueOf(word).bit();
        }
        return (short) bits;
    }

    public static List<Marks> of(int bits) {
        return SETS.get(bits);
    }
}
