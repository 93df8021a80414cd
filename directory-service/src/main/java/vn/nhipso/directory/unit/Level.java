package vn.nhipso.directory.unit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Level (cấp) of a unit, highest first. */
public enum Level {
    /** Only the root, code {@code VN}. */
    COUNTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    /** Thôn, ấp, khóm, tổ dân phố …: no official code, so ours is {@code <commune>-<nn>}. */
    HAMLET;

    private static final Map<Level, Set<String>> TYPES = new EnumMap<>(Map.of(
            COUNTRY, Set.of("quốc gia"),
            PROVINCE, Set.of("tỉnh", "thành phố", "thành phố trực thuộc trung ương"),
            DISTRICT,
                    Set.of(
                            "quận",
                            "huyện",
                            "thị xã",
                            "thành phố",
                            "thành phố thuộc tỉnh",
                            "thành phố thuộc thành phố trực thuộc trung ương"),
            COMMUNE, Set.of("xã", "phường", "thị trấn", "đặc khu")));

    /** Until 30 June 2025 a commune stands under a district, since then under a province. */
    public boolean mayStandUnder(Level parent) {
        return switch (this) {
            case COUNTRY -> false;
            case PROVINCE -> parent == COUNTRY;
            case DISTRICT -> parent == PROVINCE;
            case COMMUNE -> parent == DISTRICT || parent == PROVINCE;
            case HAMLET -> parent == COMMUNE;
        };
    }

    /** The words for hamlets differ from place to place and are open; those of the levels above are not. */
    public boolean allowsType(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        if (this == HAMLET) {
            return TYPES.values().stream().noneMatch(words -> words.contains(word));
        }
        return TYPES.getOrDefault(this, Set.of()).contains(word);
    }

    /** Characters of a code of this level, at most. */
    int codeLength() {
        return switch (this) {
            case COUNTRY, PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
            case HAMLET -> 9;
        };
    }

    public boolean isAbove(Level other) {
        return ordinal() < other.ordinal();
    }
}
