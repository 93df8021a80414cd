package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/**
 * How a CSV file is written.
 *
 * @param separator of cells: the most frequent of comma, semicolon and tab in the header, outside of quotes
 * @param saysSo whether the first line is Excel's {@code sep=;} and no row
 */
record CsvDialect(char separator, boolean saysSo) {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final String SEPARATORS = ",;\t";

    static CsvDialect of(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(LONGEST_HEADER);
        }
        refuseUtf16(start);
        String text = new String(start, StandardCharsets.UTF_8);
        String header = text.lines()
                .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return header.length() == 5 && header.startsWith("sep=")
                ? new CsvDialect(header.charAt(4), true)
                : new CsvDialect(mostFrequent(header), false);
    }

    private static char mostFrequent(String header) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            int separator = SEPARATORS.indexOf(header.charAt(i));
            quoted ^= header.charAt(i) == '"';
            if (separator >= 0 && !quoted) {
                counts[separator]++;
            }
        }
        int most = Arrays.stream(counts).max().orElse(0);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == most) {
                return SEPARATORS.charAt(i);
            }
        }
        return ',';
    }

    /** With a byte order mark, or a NUL in every other byte. */
    private static void refuseUtf16(byte[] start) {
        boolean marked = start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
        int nul = 0;
        for (byte one : start) {
            nul += one == 0 ? 1 : 0;
        }
        if (marked || start.length >= 4 && nul > start.length / 4) {
            Text detail = new Text(
                    "Tệp là UTF-16; hãy lưu lại dạng “CSV UTF-8”.", "The file is UTF-16; save it as \"CSV UTF-8\".");
            FileErrors errors = new FileErrors();
            errors.add(1, null, KitProblem.FILE_NOT_UTF8, detail);
            throw errors.problem(KitProblem.FILE_NOT_UTF8, detail);
        }
    }
}
