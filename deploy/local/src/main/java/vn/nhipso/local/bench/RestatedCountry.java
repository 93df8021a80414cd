package vn.nhipso.local.bench;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.country.ListedEdge;
import vn.nhipso.local.country.ListedUnit;

/** What the lists say of a reorganisation: which communes went whole into which, and which provinces have nothing but what was whole before. */
final class RestatedCountry {

    private final Map<String, String> districtOf = new TreeMap<>();
    private final Map<String, String> oldProvinceOf = new HashMap<>();
    private final Map<String, String> provinceOf = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Set<String> divided = new HashSet<>();
    private final Map<String, Set<String>> sources = new TreeMap<>();

    /** @param before the list of the day before the edges of the other */
    RestatedCountry(CountryState before, CountryState after) {
        Map<String, ListedUnit> old =
                before.units().stream().collect(Collectors.toMap(ListedUnit::code, unit -> unit, (one, other) -> one));
        Map<String, ListedUnit> now =
                after.units().stream().collect(Collectors.toMap(ListedUnit::code, unit -> unit, (one, other) -> one));
        old.values().stream().filter(ListedUnit::isCommune).forEach(commune -> {
            districtOf.put(commune.code(), commune.parent());
            oldProvinceOf.put(commune.code(), province(old, commune));
        });
        now.values().stream()
                .filter(ListedUnit::isCommune)
                .forEach(commune -> provinceOf.put(commune.code(), province(now, commune)));
        for (ListedEdge edge : after.edges()) {
            if (edge.isCommune()
                    && districtOf.containsKey(edge.from())
                    && !edge.population().equals("none")) {
                targets.computeIfAbsent(edge.from(), code -> new TreeSet<>()).add(edge.to());
                if (!edge.population().equals("whole")) {
                    divided.add(edge.from());
                }
            }
        }
        for (String commune : districtOf.keySet()) {
            Set<String> its =
                    targets.computeIfAbsent(commune, code -> provinceOf.containsKey(code) ? Set.of(code) : Set.of());
            if (its.size() > 1) {
                divided.add(commune);
            }
            its.forEach(
                    to -> sources.computeIfAbsent(to, code -> new TreeSet<>()).add(commune));
        }
    }

    private static String province(Map<String, ListedUnit> units, ListedUnit commune) {
        ListedUnit at = commune;
        while (!at.isProvince()) {
            ListedUnit above = units.get(at.parent());
            if (above == null) {
                return "";
            }
            at = above;
        }
        return at.code();
    }

    Collection<String> communes() {
        return districtOf.keySet();
    }

    Set<String> provinces() {
        return new TreeSet<>(provinceOf.values());
    }

    /** The district asked for where there is one, else the first whose communes all went whole. */
    String district(String wanted) {
        return districtOf.containsValue(wanted)
                ? wanted
                : districtOf.values().stream()
                        .filter(district -> within(district).stream().noneMatch(divided::contains))
                        .findFirst()
                        .orElseThrow();
    }

    List<String> within(String district) {
        return districtOf.keySet().stream()
                .filter(commune -> district.equals(districtOf.get(commune)))
                .toList();
    }

    /** The one province in which all successors of these communes lie. */
    Optional<String> province(Collection<String> communes) {
        Set<String> provinces = communes.stream()
                .flatMap(commune -> targets.getOrDefault(commune, Set.of()).stream())
                .map(to -> provinceOf.getOrDefault(to, ""))
                .collect(Collectors.toSet());
        return provinces.size() == 1 ? provinces.stream().findFirst() : Optional.empty();
    }

    /** New communes that are made of whole ones and nothing else, with what these come to. */
    Map<String, BigDecimal> wholeCommunes(Map<String, BigDecimal> figures) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        sources.forEach((to, from) -> {
            if (provinceOf.containsKey(to) && from.stream().noneMatch(divided::contains)) {
                sums.put(to, sum(figures, from));
            }
        });
        return sums;
    }

    /** New provinces that are made of whole ones, none of whose communes went to another, with what these come to. */
    Map<String, BigDecimal> wholeProvinces(Map<String, BigDecimal> figures) {
        Map<String, Set<String>> reached = new HashMap<>();
        oldProvinceOf.forEach((commune, province) -> targets.getOrDefault(commune, Set.of()).stream()
                .map(to -> provinceOf.getOrDefault(to, ""))
                .forEach(to -> reached.computeIfAbsent(province, code -> new TreeSet<>())
                        .add(to)));
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String province : provinces()) {
            Set<String> from = reached.entrySet().stream()
                    .filter(one -> one.getValue().contains(province))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (from.stream().allMatch(old -> Set.of(province).equals(reached.get(old)))) {
                sums.put(
                        province,
                        sum(
                                figures,
                                oldProvinceOf.keySet().stream()
                                        .filter(commune -> from.contains(oldProvinceOf.get(commune)))
                                        .toList()));
            }
        }
        return sums;
    }

    private static BigDecimal sum(Map<String, BigDecimal> figures, Collection<String> communes) {
        return communes.stream()
                .map(commune -> figures.getOrDefault(commune, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
