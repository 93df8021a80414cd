package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The distinct texts of a workbook. Cells refer to them in any order, so they are held in memory: in one array of bytes, whose length has a limit.
 * A list of 200,000 rows with three texts of its own each needs 20 MiB.
 */
final class SharedTexts {

    private static final int MOST = 2_000_000;
    private static final int MOST_BYTES = 48 * 1024 * 1024;

    private byte[] bytes = new byte[64 * 1024];
    private int[] ends = new int[4 * 1024];
    private int count;

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(InputStream content, TableLimits limits) throws IOException {
        SharedTexts shared = new SharedTexts();
        try (XmlPart part = new XmlPart(content)) {
            while (part.next()) {
                if (part.opens("si")) {
                    shared.add(text(part, "si", limits).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return shared;
    }

    /** The text with the given number. */
    String get(String number) {
        try {
            int place = Integer.parseInt(number.strip());
            if (place >= 0 && place < count) {
                int begin = end(place - 1);
                return new String(bytes, begin, ends[place] - begin, StandardCharsets.UTF_8);
            }
            throw Malformed.file(new IndexOutOfBoundsException(place));
        } catch (NumberFormatException noNumber) {
            throw Malformed.file(noNumber);
        }
    }

    private void add(byte[] text) {
        int begin = end(count - 1);
        if (count == MOST || text.length > MOST_BYTES - begin) {
            throw Malformed.bomb();
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(2 * count, MOST));
        }
        int end = begin + text.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Math.max(2 * bytes.length, end), MOST_BYTES));
        }
        System.arraycopy(text, 0, bytes, begin, text.length);
        ends[count++] = end;
    }

    private int end(int place) {
        return place < 0 ? 0 : ends[place];
    }

    /** The runs of a rich text, without its phonetic hints. */
    static String text(XmlPart part, String end, TableLimits limits) {
        StringBuilder text = new StringBuilder();
        boolean hint = false;
        while (part.next() && !part.closes(end)) {
            if (part.opens("rPh")) {
                hint = true;
            } else if (part.closes("rPh")) {
                hint = false;
            } else if (part.opens("t") && !hint) {
                part.text(text, limits);
            }
        }
        return XlsxEscapes.resolve(text.toString());
    }
}
