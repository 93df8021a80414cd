package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the formats of cells make of a number: a day, or a code with leading zeros. */
final class CellFormats {

    /** The numbers of formats that are implied and show a date or a time (ECMA-376, 18.8.30, with those of East Asian versions). */
    private static final Set<Integer> DATES = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private static final int MOST = 70_000;
    private static final Format GENERAL = new Format(false, 0);

    /** Formats that are implied and always show decimals, or a percentage. */
    private static final Map<Integer, Format> IMPLIED = Map.of(
            2, new Format(false, 0, 2, false),
            4, new Format(false, 0, 2, false),
            9, new Format(false, 0, 0, true),
            10, new Format(false, 0, 2, true),
            39, new Format(false, 0, 2, false),
            40, new Format(false, 0, 2, false));

    /**
     * A format.
     *
     * @param date whether it shows the number as a day or time
     * @param zeros digits that it always shows; 0 where it fills nothing up
     * @param decimals that it always shows
     * @param percent whether it shows a percentage
     */
    record Format(boolean date, int zeros, int decimals, boolean percent) {

        private static final Pattern DECIMALS = Pattern.compile("\\.(0{1,30})");

        Format(boolean date, int zeros) {
            this(date, zeros, 0, false);
        }

        /** Colours, literal texts and escaped characters show nothing of the number. */
        static Format of(String code) {
            String shown = code.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|[\\\\_*].", "");
            String positive = shown.split(";", 2)[0];
            Matcher decimals = DECIMALS.matcher(positive);
            return new Format(
                    shown.matches("(?s).*[dDmMyYhHsS].*"),
                    shown.matches("0{2,30}") ? shown.length() : 0,
                    decimals.find() ? decimals.group(1).length() : 0,
                    positive.indexOf('%') >= 0);
        }
    }

    private final List<Format> formats = new ArrayList<>();

    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(InputStream content) throws IOException {
        CellFormats read = new CellFormats();
        Map<Integer, Format> own = new HashMap<>();
        boolean ofCells = false;
        try (XmlPart part = new XmlPart(content)) {
            while (part.next()) {
                if (part.opens("numFmt") && own.size() < MOST) {
                    own.put(number(part), Format.of(part.attribute("formatCode", "")));
                } else if (part.opens("cellXfs") || part.closes("cellXfs")) {
                    ofCells = part.opens("cellXfs");
                } else if (ofCells && part.opens("xf") && read.formats.size() < MOST) {
                    int number = number(part);
                    read.formats.add(own.getOrDefault(number, implied(number)));
                }
            }
        }
        return read;
    }

    /** The format with the given number; the general one where there is none. */
    Format get(String number) {
        try {
            int place = Integer.parseInt(number);
            return place >= 0 && place < formats.size() ? formats.get(place) : GENERAL;
        } catch (NumberFormatException unknown) {
            return GENERAL;
        }
    }

    private static Format implied(int number) {
        return IMPLIED.getOrDefault(number, new Format(DATES.contains(number), 0));
    }

    private static int number(XmlPart part) {
        try {
            return Integer.parseInt(part.attribute("numFmtId", "0"));
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }
}
