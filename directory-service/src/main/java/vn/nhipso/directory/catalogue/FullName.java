package vn.nhipso.directory.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhipso.directory.unit.Level;

/**
 * A full name taken apart: "Xã Hòa Mỹ" is a xã named Hòa Mỹ.
 *
 * @param type the word for its type as lists write it
 */
record FullName(String type, String name) {

    private static final String CITY = "thành phố";
    private static final Map<Level, List<String>> TYPES = Map.of(
            Level.PROVINCE, List.of(CITY, "tỉnh"),
            Level.DISTRICT, List.of(CITY, "thị xã", "quận", "huyện"),
            Level.COMMUNE, List.of("thị trấn", "đặc khu", "phường", "xã"));

    /** Empty where the name does not begin with a type of the level. */
    static Optional<FullName> read(String text, Level level) {
        String lower = text.toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(level, List.of()).stream()
                .filter(type -> lower.startsWith(type + " ") && lower.length() == text.length())
                .map(type -> new FullName(typeOf(type, level), text.substring(type.length() + 1)))
                .findFirst();
    }

    private static String typeOf(String word, Level level) {
        return level == Level.PROVINCE && word.equals(CITY) ? "thành phố trực thuộc trung ương" : word;
    }
}
