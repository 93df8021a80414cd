package vn.nhipso.local.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A country as it was: 63 provinces, 705 districts, of which five are islands without communes, and 10,595 communes. */
final class ThreeLevels {

    static final int PROVINCES = 63;
    private static final int DISTRICTS = 705;
    private static final int ISLANDS = 5;
    private static final int COMMUNES = 10_595;
    private static final int MUNICIPALITIES = 5;

    private final PlaceNames names;
    private final List<ListedUnit> units = new ArrayList<>();

    private ThreeLevels(RandomGenerator random) {
        this.names = new PlaceNames(random);
    }

    static List<ListedUnit> units(RandomGenerator random) {
        ThreeLevels country = new ThreeLevels(random);
        country.provinces();
        country.districts();
        country.communes();
        return List.copyOf(country.units);
    }

    static String commune(int number) {
        return String.format(Locale.ROOT, "%05d", 3 * number + 1);
    }

    static boolean isMunicipality(ListedUnit province) {
        return province.type().equals("thành phố trực thuộc trung ương");
    }

    private void provinces() {
        for (int i = 0; i < PROVINCES; i++) {
            String type = i < MUNICIPALITIES ? "thành phố trực thuộc trung ương" : "tỉnh";
            String code = String.format(Locale.ROOT, "%02d", i + 1);
            units.add(ListedUnit.of(code, names.next(), type, ListedUnit.PROVINCE, ""));
        }
    }

    private void districts() {
        for (int i = 0; i < DISTRICTS; i++) {
            ListedUnit province = units.get(i * PROVINCES / DISTRICTS);
            String type =
                    isMunicipality(province) ? "quận" : i % 11 == 0 ? "thành phố" : i % 11 == 5 ? "thị xã" : "huyện";
            String code = String.format(Locale.ROOT, "%03d", i + 1);
            units.add(ListedUnit.of(code, names.next(), type, ListedUnit.DISTRICT, province.code()));
        }
    }

    private void communes() {
        List<ListedUnit> districts = List.copyOf(units.subList(PROVINCES, PROVINCES + DISTRICTS - ISLANDS));
        for (int i = 0; i < COMMUNES; i++) {
            int district = (int) ((long) i * districts.size() / COMMUNES);
            boolean seat = i == 0 || district != (int) ((i - 1L) * districts.size() / COMMUNES);
            units.add(commune(i, districts.get(district), seat));
        }
    }

    private ListedUnit commune(int number, ListedUnit district, boolean seat) {
        boolean rural = district.type().equals("huyện");
        String type = !rural ? "phường" : seat ? "thị trấn" : "xã";
        // As in the cities: "Phường 7" stands in many of them.
        boolean numbered = district.type().equals("quận") && number % 2 == 0;
        String name = numbered ? Integer.toString(1 + number % 16) : seat ? district.name() : names.next();
        return ListedUnit.of(commune(number), name, type, ListedUnit.COMMUNE, district.code());
    }
}
