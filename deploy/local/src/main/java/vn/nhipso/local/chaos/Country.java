package vn.nhipso.local.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A province of three districts whose communes move between them now and then, and some of which go into others: who belongs to whom on which day, as
 * far as it was acknowledged.
 */
final class Country {

    static final String PROVINCE = "55";
    static final LocalDate BEGIN = LocalDate.of(2022, 1, 1);

    private static final int DISTRICTS = 3;
    private static final int COMMUNES = 9;

    /** Nobody reports for a later day of a commune that may end: who is to know whether it does. */
    static final LocalDate FIRST_MERGER = LocalDate.of(2024, 2, 10);

    private final List<Place> places = new ArrayList<>();
    private final Map<String, NavigableMap<LocalDate, String>> parents = new ConcurrentHashMap<>();
    private final List<Merger> planned = new ArrayList<>(List.of(
            new Merger(List.of("55101"), "55001"),
            new Merger(List.of("55102", "55103"), "55104"),
            new Merger(List.of("55105"), "55002"),
            new Merger(List.of("55106", "55107"), "55108")));
    private final Map<Merger, LocalDate> mergers = new ConcurrentHashMap<>();

    /** @param level 1 province, 2 district, 3 commune */
    record Place(String code, int level) {}

    /** Communes whose people go into another, which may be one that begins with it. */
    record Merger(List<String> from, String to) {}

    Country() {
        add(PROVINCE, 1, "VN");
        for (int district = 1; district <= DISTRICTS; district++) {
            add(PROVINCE + district, 2, PROVINCE);
        }
        for (int commune = 0; commune < COMMUNES; commune++) {
            add(Integer.toString(55_001 + commune), 3, PROVINCE + (commune % DISTRICTS + 1));
        }
        for (Merger merger : planned) {
            merger.from().forEach(code -> add(code, 3, PROVINCE + (code.charAt(4) % DISTRICTS + 1)));
            if (!parents.containsKey(merger.to())) {
                places.add(new Place(merger.to(), 3));
                parents.put(merger.to(), new ConcurrentSkipListMap<>());
            }
        }
    }

    private void add(String code, int level, String parent) {
        places.add(new Place(code, level));
        NavigableMap<LocalDate, String> since = new ConcurrentSkipListMap<>();
        since.put(BEGIN, parent);
        parents.put(code, since);
    }

    List<Place> places() {
        return places;
    }

    /** Those that bear their code on a day. */
    List<Place> living(LocalDate day) {
        return places.stream()
                .filter(place -> parent(place.code(), day) != null)
                .toList();
    }

    /** Communes that are, and stay. */
    List<Place> lasting() {
        return places.stream()
                .filter(place -> place.level() == 3 && !since(place.code()).isEmpty() && !ends(place.code()))
                .toList();
    }

    /** Whether figures of that unit can be given for that day, whatever becomes of it. */
    boolean reports(Place place, LocalDate day) {
        return !since(place.code()).isEmpty() && !(ends(place.code()) && !day.isBefore(FIRST_MERGER));
    }

    private boolean ends(String code) {
        return Stream.concat(planned.stream(), mergers.keySet().stream())
                .anyMatch(merger -> merger.from().contains(code));
    }

    /** What is to be merged next; nothing when all are. */
    Optional<Merger> next() {
        return planned.stream().findFirst();
    }

    boolean begins(Merger merger) {
        return since(merger.to()).isEmpty();
    }

    /** @param parent of the one that begins with it */
    void merged(Merger merger, LocalDate day, String parent) {
        if (begins(merger)) {
            since(merger.to()).put(day, parent);
        }
        mergers.put(merger, day);
        planned.remove(merger);
    }

    /** The merger that made a unit what it is on a day. */
    Optional<Map.Entry<Merger, LocalDate>> origin(String code, LocalDate day) {
        return mergers.entrySet().stream()
                .filter(one -> one.getKey().to().equals(code) && !one.getValue().isAfter(day))
                .findFirst();
    }

    /** Into whom a unit went until a day. */
    Optional<String> successor(String code, LocalDate day) {
        return end(code).filter(end -> !end.getValue().isAfter(day)).map(end -> end.getKey()
                .to());
    }

    private Optional<Map.Entry<Merger, LocalDate>> end(String code) {
        return mergers.entrySet().stream()
                .filter(one -> one.getKey().from().contains(code))
                .findFirst();
    }

    /** Whose people a unit that was made by a merger is made of. */
    List<Place> predecessors(Map.Entry<Merger, LocalDate> origin) {
        Merger merger = origin.getKey();
        return living(origin.getValue().minusDays(1)).stream()
                .filter(place ->
                        merger.from().contains(place.code()) || merger.to().equals(place.code()))
                .toList();
    }

    /** The units from a unit upwards. */
    List<String> way(String code, LocalDate day) {
        List<String> way = new ArrayList<>();
        for (String at = code; at != null && parents.containsKey(at); at = parent(at, day)) {
            way.add(at);
        }
        return way;
    }

    List<String> districts() {
        return places.stream()
                .filter(place -> place.level() == 2)
                .map(Place::code)
                .toList();
    }

    List<Place> below(Place place, LocalDate day) {
        return places.stream()
                .filter(child -> place.code().equals(parent(child.code(), day)))
                .toList();
    }

    /** The codes of a unit and of all below it. */
    Set<String> within(Place place, LocalDate day) {
        Set<String> codes = new TreeSet<>(Set.of(place.code()));
        below(place, day).forEach(child -> codes.addAll(within(child, day)));
        return codes;
    }

    private @Nullable String parent(String code, LocalDate day) {
        Map.Entry<LocalDate, String> since = since(code).floorEntry(day);
        boolean lives = since != null && successor(code, day).isEmpty();
        return lives ? since.getValue() : null;
    }

    private NavigableMap<LocalDate, String> since(String code) {
        NavigableMap<LocalDate, String> since = parents.get(code);
        if (since == null) {
            throw new IllegalArgumentException(code);
        }
        return since;
    }

    LocalDate lastMove(String code) {
        return since(code).lastKey();
    }

    String lastParent(String code) {
        return since(code).lastEntry().getValue();
    }

    void moved(String code, LocalDate day, String parent) {
        since(code).put(day, parent);
    }
}
