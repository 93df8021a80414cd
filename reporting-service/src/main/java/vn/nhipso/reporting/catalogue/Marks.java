package vn.nhipso.reporting.catalogue;

import java.util.Collection;
import java.util.List;

/** Marks that say how exact a figure is, as the set of bits in which the database keeps them. */
public enum Marks {
    AT_LEAST,
    ABOUT,
    NEARLY,
    AT_MOST;

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
        return List.of(values()).stream()
                .filter(mark -> (bits & mark.bit()) != 0)
                .toList();
    }
}
