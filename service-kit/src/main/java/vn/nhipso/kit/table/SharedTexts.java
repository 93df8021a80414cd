package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The distinct texts of a workbook. Cells refer to them in any order, so they are held in memory: their number and length have a limit. */
final class SharedTexts {

    private static final int MOST = 500_000;
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private final List<String> texts = new ArrayList<>();

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(InputStream content, TableLimits limits) throws IOException {
        SharedTexts shared = new SharedTexts();
        long characters = 0;
        try (XmlPart part = new XmlPart(content)) {
            while (part.next()) {
                if (part.opens("si")) {
                    String text = text(part, "si", limits);
                    characters += text.length();
                    shared.texts.add(text);
                }
                if (characters > MOST_CHARACTERS || shared.texts.size() > MOST) {
                    throw Malformed.bomb();
                }
            }
        }
        return shared;
    }

    /** The text with the given number. */
    String get(String number) {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException unknown) {
            throw Malformed.file(unknown);
        }
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
