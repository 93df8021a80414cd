package vn.nhipso.kit.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand as {@code _x000D_} in a workbook. */
final class XlsxEscapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxEscapes() {}

    static String resolve(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        String resolved = ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return resolved.replace("\r\n", "\n").replace('\r', '\n');
    }
}
