package vn.nhipso.indicator.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** How the numbers of a file are written. "9.475" is nine thousand in one and less than ten in the other, so it is never guessed. */
enum NumberFormat {
    /** a point before the decimals, no marks between thousands */
    PLAIN("\\d{1,18}(\\.\\d{1,10})?"),
    /** a comma before the decimals, points between thousands or none */
    VI_VN("(\\d{1,18}|\\d{1,3}(\\.\\d{3}){1,5})(,\\d{1,10})?");

    private static final String WHOLE = "\\d{1,18}";

    private final String form;

    NumberFormat(String form) {
        this.form = form;
    }

    /** Whether a number means the same in all formats. */
    static boolean isPlainEverywhere(String text) {
        return text.matches(WHOLE);
    }

    /** The number; what is none stays text, which is refused as such. */
    JsonNode read(String text) {
        if (!text.matches(form)) {
            return TextNode.valueOf(text);
        }
        String plain = this == VI_VN ? text.replace(".", "").replace(',', '.') : text;
        return DecimalNode.valueOf(new BigDecimal(plain));
    }
}
