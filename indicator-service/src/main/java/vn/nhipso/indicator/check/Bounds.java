package vn.nhipso.indicator.check;

import java.math.BigDecimal;

/** Settings are refused when the service starts, not when the first figure comes. */
final class Bounds {

    private Bounds() {}

    static void within(String name, BigDecimal value, String least, String most) {
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw new IllegalArgumentException(
                    "nhipso.checks." + name + " is " + value + " and must be between " + least + " and " + most);
        }
    }
}
