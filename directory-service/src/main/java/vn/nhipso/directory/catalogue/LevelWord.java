package vn.nhipso.directory.catalogue;

import java.util.Map;
import java.util.Optional;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.SearchWords;

/** The words that lists use for levels, with or without diacritics and in any case. */
final class LevelWord {

    private static final Map<String, Level> WORDS = Map.ofEntries(
            Map.entry("country", Level.COUNTRY),
            Map.entry("quoc gia", Level.COUNTRY),
            Map.entry("province", Level.PROVINCE),
            Map.entry("tinh", Level.PROVINCE),
            Map.entry("cap tinh", Level.PROVINCE),
            Map.entry("district", Level.DISTRICT),
            Map.entry("huyen", Level.DISTRICT),
            Map.entry("cap huyen", Level.DISTRICT),
            Map.entry("commune", Level.COMMUNE),
            Map.entry("xa", Level.COMMUNE),
            Map.entry("cap xa", Level.COMMUNE),
            Map.entry("hamlet", Level.HAMLET),
            Map.entry("thon", Level.HAMLET),
            Map.entry("cap thon", Level.HAMLET));

    private LevelWord() {}

    static Optional<Level> read(String word) {
        return Optional.ofNullable(WORDS.get(SearchWords.of(word)));
    }
}
