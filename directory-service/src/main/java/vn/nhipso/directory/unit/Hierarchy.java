package vn.nhipso.directory.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units in memory, over all time: as much of the tree as somebody needs to judge a change. */
public final class Hierarchy {

    private final Map<String, NavigableMap<LocalDate, UnitVersion>> byCode = new HashMap<>();
    private final Map<String, TreeSet<String>> codesByParent = new HashMap<>();

    public Hierarchy(Collection<UnitVersion> versions) {
        versions.forEach(this::put);
    }

    /** An independent copy. */
    public Hierarchy copy() {
        return new Hierarchy(all().toList());
    }

    public Stream<UnitVersion> all() {
        return byCode.values().stream().flatMap(versions -> versions.values().stream());
    }

    public void put(UnitVersion version) {
        byCode.computeIfAbsent(version.code(), code -> new TreeMap<>())
                .put(version.valid().from(), version);
        String parent = version.parentCode();
        if (parent != null) {
            codesByParent.computeIfAbsent(parent, code -> new TreeSet<>()).add(version.code());
        }
    }

    public void remove(UnitVersion version) {
        NavigableMap<LocalDate, UnitVersion> versions = byCode.get(version.code());
        if (versions == null || versions.remove(version.valid().from()) == null) {
            throw new IllegalStateException("no such version: " + version);
        }
    }

    /** Who bore the code on that day. */
    public Optional<UnitVersion> at(String code, LocalDate day) {
        NavigableMap<LocalDate, UnitVersion> versions = byCode.get(code);
        Map.Entry<LocalDate, UnitVersion> last = versions == null ? null : versions.floorEntry(day);
        return Optional.ofNullable(last).map(Map.Entry::getValue).filter(version -> version.valid()
                .contains(day));
    }

    /** All versions of a code, oldest first, of whichever units. */
    public List<UnitVersion> versions(String code) {
        NavigableMap<LocalDate, UnitVersion> versions = byCode.get(code);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    /** The first version of the code that begins after that day. */
    public Optional<UnitVersion> firstAfter(String code, LocalDate day) {
        NavigableMap<LocalDate, UnitVersion> versions = byCode.get(code);
        return Optional.ofNullable(versions == null ? null : versions.higherEntry(day))
                .map(Map.Entry::getValue);
    }

    /** Whether a version of the code ended on that day: its last day was the one before. */
    public boolean endsOn(String code, LocalDate day) {
        return versions(code).stream().anyMatch(version -> version.valid().endsOn(day));
    }

    /** Versions that stand under the parent at any time, by code. */
    public Stream<UnitVersion> childVersions(String parent) {
        return codesByParent.getOrDefault(parent, new TreeSet<>()).stream()
                .flatMap(code -> versions(code).stream())
                .filter(version -> parent.equals(version.parentCode()));
    }

    public Stream<UnitVersion> children(String parent, LocalDate day) {
        return childVersions(parent).filter(version -> version.valid().contains(day));
    }

    /** The first day of the span on which nobody bears the code; null when the code lives throughout. */
    public @Nullable LocalDate firstDayWithout(String code, Validity span) {
        LocalDate day = span.from();
        while (true) {
            Optional<UnitVersion> holder = at(code, day);
            if (holder.isEmpty()) {
                return day;
            }
            LocalDate end = holder.get().valid().to();
            if (end == null || (span.to() != null && !end.isBefore(span.to()))) {
                return null;
            }
            day = end;
        }
    }
}
