package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import vn.nhipso.kit.problem.Text;

/** Numbers within sentences: a comma before the decimals in Vietnamese, a point in English, all decimals kept. */
final class Words {

    /** Beyond this a number is out of range anyway, and written out it could exhaust memory (1e2147483647). */
    private static final int ZEROS = 40;

    private Words() {}

    static Text of(BigDecimal number) {
        String plain = Math.abs((long) number.scale()) <= ZEROS ? number.toPlainString() : number.toString();
        return new Text(plain.replace('.', ','), plain);
    }

    /** A sentence in both languages with numbers, each as its language writes it. */
    static Text sentence(String vi, String en, Text... arguments) {
        Object[] said = new Object[arguments.length];
        Object[] written = new Object[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            said[index] = arguments[index].vi();
            written[index] = arguments[index].en();
        }
        return new Text(Text.of(vi, "", said).vi(), Text.of("", en, written).en());
    }
}
