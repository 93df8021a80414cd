package vn.nhipso.indicator.measurement.file;

import java.util.StringJoiner;

/** Writes rows of CSV (RFC 4180). */
public final class Csv {

    private Csv() {}

    /** A row with its line end. */
    public static String row(char separator, String... cells) {
        StringJoiner row = new StringJoiner(String.valueOf(separator), "", "\r\n");
        for (String cell : cells) {
            row.add(cell(cell, separator));
        }
        return row.toString();
    }

    /** Text that a spreadsheet would run as a formula is not written so that it does. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cell(String text, char separator) {
        boolean quoted = text.indexOf('"') >= 0
                || text.indexOf(separator) >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
