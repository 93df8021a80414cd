package vn.nhipso.directory.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;

/** Units over all time with every name they bore, and the words that lead to them. Immutable; units are numbered from 0. */
final class NamedUnits {

    /** A name in both forms: as written, and as it is searched. */
    record Name(String written, String name, String fullName) {}

    /** A version with its name. */
    record Known(UnitVersion unit, Name name) {}

    private final List<List<Known>> lives;
    private final List<List<Name>> names;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<String, List<UnitVersion>> byCode = new HashMap<>();
    private final Vocabulary words;
    private final Vocabulary codes;

    /** Versions in any order. */
    NamedUnits(Collection<UnitVersion> versions) {
        Map<UUID, List<UnitVersion>> byUnit = new LinkedHashMap<>();
        versions.forEach(version -> byUnit.computeIfAbsent(version.unitId(), id -> new ArrayList<>(1))
                .add(version));
        lives = new ArrayList<>(byUnit.size());
        names = new ArrayList<>(byUnit.size());
        Vocabulary.Builder wordsOf = new Vocabulary.Builder();
        Vocabulary.Builder codesOf = new Vocabulary.Builder();
        Map<Name, Name> shared = new HashMap<>();
        byUnit.forEach((id, life) -> {
            int unit = lives.size();
            places.put(id, unit);
            life.sort(java.util.Comparator.comparing(version -> version.valid().from()));
            lives.add(known(life, shared));
            names.add(lives.getLast().stream().map(Known::name).distinct().toList());
            SequencedSet<String> all = new LinkedHashSet<>();
            names.getLast().forEach(name -> {
                all.addAll(Arrays.asList(name.fullName().split(" ", -1)));
                all.addAll(Arrays.asList(name.name().split(" ", -1)));
            });
            all.forEach(word -> wordsOf.add(word, unit));
            life.forEach(version -> {
                codesOf.add(version.code(), unit);
                byCode.computeIfAbsent(version.code(), code -> new ArrayList<>(1))
                        .add(version);
            });
        });
        words = wordsOf.build();
        codes = codesOf.build();
    }

    /** Many bear the same name, hamlets above all. */
    private static List<Known> known(List<UnitVersion> life, Map<Name, Name> shared) {
        List<Known> known = new ArrayList<>(life.size());
        for (UnitVersion version : life) {
            Name name = new Name(version.name(), SearchWords.of(version.name()), SearchWords.of(version.fullName()));
            known.add(new Known(version, shared.computeIfAbsent(name, Function.identity())));
        }
        return List.copyOf(known);
    }

    int size() {
        return lives.size();
    }

    /** Oldest version first. */
    List<Known> life(int unit) {
        return lives.get(unit);
    }

    List<Name> names(int unit) {
        return names.get(unit);
    }

    Optional<Integer> place(UUID unit) {
        return Optional.ofNullable(places.get(unit));
    }

    /** Every version that ever bore the code. */
    List<UnitVersion> bearers(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    Optional<UnitVersion> at(String code, LocalDate day) {
        for (UnitVersion version : bearers(code)) {
            if (version.valid().contains(day)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /**
     * The units that may fit: of all that fit at least as well as that, none is missing.
     *
     * @param anywhere also those that have a word somewhere inside their own
     */
    BitSet candidates(SearchQuery query, boolean anywhere) {
        BitSet all = new BitSet(size());
        all.set(0, size());
        for (String word : query.words()) {
            BitSet some = new BitSet(size());
            if (anywhere) {
                words.containing(word, some);
            } else {
                words.beginning(word, some);
            }
            all.and(some);
        }
        if (query.mayBeCode()) {
            codes.beginning(query.code(), all);
            query.aliases().keySet().forEach(code -> codes.beginning(code, all));
        }
        return all;
    }
}
