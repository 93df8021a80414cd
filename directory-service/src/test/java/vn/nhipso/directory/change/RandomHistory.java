package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;

/** Changes as stewards might send them, in whatever order of days, of a small country. */
final class RandomHistory {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 40;

    /** The same histories in every build; another number here tries others. */
    static final String SEED = "20250701";

    /** After every change. */
    static final LocalDate LAST = BEGIN.plusDays(DAYS);

    private RandomHistory() {}

    /** A record with two provinces and something at every level. */
    static Record begun() {
        Record record = new Record();
        record.apply(Changes.of(ChangeKind.CATALOGUE, BEGIN)
                .begins("10", "tỉnh", "VN")
                .begins("11", "tỉnh", "VN")
                .begins("101", "huyện", "10")
                .begins("102", "huyện", "10")
                .begins("10001", "xã", "101")
                .begins("10002", "xã", "102")
                .begins("10001-01", "thôn", "10001")
                .begins("10002-01", "thôn", "10002"));
        return record;
    }

    /** Mostly sensible: what ends lives, and goes to somebody who lives. */
    static Changes any(Record record, Random random) {
        boolean list = random.nextInt(4) > 0;
        ChangeKind kind = list ? ChangeKind.CATALOGUE : ChangeKind.values()[random.nextInt(ChangeKind.values().length)];
        LocalDate day = BEGIN.plusDays(random.nextInt(DAYS));
        Changes change = Changes.of(kind, day);
        List<String> living = record.units()
                .all()
                .filter(unit -> unit.valid().contains(day) && unit.level() != Level.COUNTRY)
                .map(UnitVersion::code)
                .sorted()
                .toList();
        Set<String> ends = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ends.add(
                    random.nextInt(10) == 0 || living.isEmpty()
                            ? code(random)
                            : living.get(random.nextInt(living.size())));
        }
        Set<String> begins = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            begins.add(code(random));
        }
        ends.forEach(change::ends);
        begins.forEach(
                code -> change.begins(code, "Tên " + random.nextInt(3), type(code, random), parent(code, random)));
        List<String> targets = Stream.concat(living.stream().filter(code -> !ends.contains(code)), begins.stream())
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return change;
        }
        for (String from : ends) {
            lineage(change, from, targets, random);
        }
        return change;
    }

    private static void lineage(Changes change, String from, List<String> targets, Random random) {
        String one = targets.get(random.nextInt(targets.size()));
        String other = targets.get(random.nextInt(targets.size()));
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> change.part(from, one).part(from, other);
            default -> change.whole(from, one);
        }
    }

    private static String code(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "1" + random.nextInt(2);
            case 1, 2 -> "10" + (1 + random.nextInt(3));
            case 3 -> "1000" + (1 + random.nextInt(4)) + "-0" + (1 + random.nextInt(3));
            default -> "1000" + (1 + random.nextInt(4));
        };
    }

    private static String type(String code, Random random) {
        return switch (code.length()) {
            case 2 -> "tỉnh";
            case 3 -> "huyện";
            case 5 -> random.nextBoolean() ? "xã" : "phường";
            default -> "thôn";
        };
    }

    private static String parent(String code, Random random) {
        return switch (code.length()) {
            case 2 -> "VN";
            case 3 -> "1" + random.nextInt(2);
            case 5 -> random.nextBoolean() ? "1" + random.nextInt(2) : "10" + (1 + random.nextInt(3));
            default -> code.substring(0, 5);
        };
    }
}
