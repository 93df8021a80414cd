package vn.nhipso.local.country;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a reorganisation like that of 2025 makes of a country: provinces merge in pairs, districts end, about three communes become one. Most
 * new units bear the name of one predecessor and the code of another; every eighth takes a part of a commune that goes on beside it.
 */
final class TwoLevels {

    private static final int MERGED_PAIRS = 29;
    private static final int DIVIDED_EVERY = 8;
    private static final int KEPT_EVERY = 25;

    private final PlaceNames names;
    private final List<ListedUnit> units = new ArrayList<>();
    private final List<ListedEdge> edges = new ArrayList<>();
    private final Map<String, List<ListedUnit>> communesByProvince;
    private final List<ListedUnit> islands;
    private int groups;
    private int newCodes;

    private TwoLevels(List<ListedUnit> before, RandomGenerator random) {
        this.names = new PlaceNames(random);
        Map<String, String> provinceOfDistrict = before.stream()
                .filter(unit -> unit.level().equals(ListedUnit.DISTRICT))
                .collect(Collectors.toMap(ListedUnit::code, ListedUnit::parent));
        this.communesByProvince = before.stream()
                .filter(ListedUnit::isCommune)
                .collect(Collectors.groupingBy(
                        unit -> provinceOfDistrict.getOrDefault(unit.parent(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> withCommunes = before.stream()
                .filter(ListedUnit::isCommune)
                .map(ListedUnit::parent)
                .distinct()
                .toList();
        this.islands = before.stream()
                .filter(unit -> unit.level().equals(ListedUnit.DISTRICT) && !withCommunes.contains(unit.code()))
                .toList();
    }

    record Reorganised(List<ListedUnit> units, List<ListedEdge> edges) {}

    static Reorganised of(List<ListedUnit> before, RandomGenerator random) {
        TwoLevels after = new TwoLevels(before, random);
        List<ListedUnit> provinces =
                before.stream().filter(ListedUnit::isProvince).toList();
        for (int i = 0; i < provinces.size(); ) {
            int size = i < 2 * MERGED_PAIRS ? 2 : 1;
            after.merge(provinces.subList(i, i + size));
            i += size;
        }
        return new Reorganised(List.copyOf(after.units), List.copyOf(after.edges));
    }

    /** Name and type of the first, code of the last. */
    private void merge(List<ListedUnit> provinces) {
        ListedUnit first = provinces.getFirst();
        ListedUnit last = provinces.getLast();
        units.add(ListedUnit.of(last.code(), first.name(), first.type(), ListedUnit.PROVINCE, ""));
        provinces.forEach(province -> edge(province, last.code(), true));
        List<ListedUnit> communes = provinces.stream()
                .flatMap(province -> communesByProvince.getOrDefault(province.code(), List.of()).stream())
                .toList();
        mergeCommunes(communes, last.code());
        for (ListedUnit island : islands) {
            if (provinces.stream().anyMatch(province -> province.code().equals(island.parent()))) {
                String code = freshCode();
                units.add(ListedUnit.of(code, island.name(), "đặc khu", ListedUnit.COMMUNE, last.code()));
                edge(island, code, true);
            }
        }
    }

    private void mergeCommunes(List<ListedUnit> communes, String province) {
        for (int i = 0; i < communes.size(); groups++) {
            int size = groups % KEPT_EVERY == 0 ? 1 : groups % 4 == 0 ? 4 : 3;
            int end = Math.min(communes.size(), i + size);
            List<ListedUnit> group = communes.subList(i, end);
            ListedUnit merged = merged(group, province);
            units.add(merged);
            boolean divides = groups % DIVIDED_EVERY == 1 && end < communes.size() && group.size() > 1;
            group.forEach(unit -> edge(unit, merged.code(), !(divides && unit.equals(group.getLast()))));
            if (divides) {
                takeAlong(group.getLast(), communes, end, province);
                groups++;
                end = Math.min(communes.size(), end + 3);
            }
            i = end;
        }
    }

    /** The group after a divided commune gets the other part of it. */
    private void takeAlong(ListedUnit divided, List<ListedUnit> communes, int begin, String province) {
        List<ListedUnit> group = communes.subList(begin, Math.min(communes.size(), begin + 3));
        ListedUnit merged = merged(group, province);
        units.add(merged);
        group.forEach(unit -> edge(unit, merged.code(), true));
        edge(divided, merged.code(), false);
    }

    private ListedUnit merged(List<ListedUnit> group, String province) {
        ListedUnit named = group.getFirst();
        ListedUnit coded = group.get(Math.min(1, group.size() - 1));
        String name = Character.isDigit(named.name().charAt(0)) ? names.next() : named.name();
        String type = group.stream().anyMatch(unit -> unit.type().equals("phường")) ? "phường" : "xã";
        return ListedUnit.of(coded.code(), name, type, ListedUnit.COMMUNE, province);
    }

    private void edge(ListedUnit from, String to, boolean whole) {
        edges.add(new ListedEdge(from.code(), to, whole, from.level()));
    }

    /** Beside all that were ever given. */
    private String freshCode() {
        return String.valueOf(Integer.parseInt(ThreeLevels.commune(11_000)) + ++newCodes);
    }
}
