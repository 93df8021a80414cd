package vn.nhipso.indicator.measurement.file;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a file that stand for constants: the constants themselves in any case, or Vietnamese. Others are left for the reader to refuse. */
public final class FileWords {

    private static final Map<String, String> VIETNAMESE = Map.ofEntries(
            Map.entry("riêng đơn vị", "OWN"),
            Map.entry("các đơn vị cấp dưới", "CHILDREN"),
            Map.entry("toàn đơn vị", "WHOLE"),
            Map.entry("không áp dụng", "NOT_APPLICABLE"),
            Map.entry("chưa có phương pháp", "NO_METHOD"),
            Map.entry("chưa thu thập", "NOT_COLLECTED"),
            Map.entry("hơn", "AT_LEAST"),
            Map.entry("trên", "AT_LEAST"),
            Map.entry("khoảng", "ABOUT"),
            Map.entry("gần", "NEARLY"),
            Map.entry("dưới", "AT_MOST"),
            Map.entry("có", "true"),
            Map.entry("x", "true"),
            Map.entry("1", "true"),
            Map.entry("true", "true"),
            Map.entry("không", "false"),
            Map.entry("0", "false"),
            Map.entry("false", "false"));

    private FileWords() {}

    /** As people read it. */
    public static String shown(String constant) {
        return switch (constant) {
            case "AT_LEAST" -> "hơn";
            case "true" -> "có";
            case "false" -> "không";
            default ->
                VIETNAMESE.entrySet().stream()
                        .filter(word -> word.getValue().equals(constant))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(constant);
        };
    }

    static String constant(String text) {
        String word = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return VIETNAMESE.getOrDefault(
                word, text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
    }

    /** Several, parted by blanks, commas, semicolons or plus signs. */
    static List<String> constants(String text) {
        return Arrays.stream(text.split("[\\s,;+]+"))
                .filter(word -> !word.isEmpty())
                .map(FileWords::constant)
                .collect(Collectors.toList());
    }
}
