package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one served rollup against what it must be. */
final class RollupCheck {

    private final List<String> differences = new ArrayList<>();
    private final boolean ratio;

    private RollupCheck(boolean ratio) {
        this.ratio = ratio;
    }

    /** What differs, in words; empty when nothing does. */
    static String differences(Measure measure, Oracle.Rollup expected, JsonNode served) {
        RollupCheck check = new RollupCheck(measure.ratio());
        check.side("own", expected.own(), served.path("own"), true);
        check.part("children", expected.children(), served.path("children"));
        check.part("whole", expected.whole(), served);
        return String.join(", ", check.differences);
    }

    private void part(String name, Oracle.Part expected, JsonNode served) {
        text(name + " basis", expected.basis(), served.path("basis").asText());
        side(name, expected.chosen(), served, false);
        side(name + " computed", expected.computed(), served.path("computed"), true);
        side(name + " stated", expected.stated(), served.path("stated"), true);
        JsonNode coverage = served.path("coverage");
        text(
                name + " reporting/counted/expected",
                expected.coverage().reporting() + "/" + expected.coverage().counted() + "/"
                        + expected.coverage().expected(),
                coverage.path("reporting").asText() + "/"
                        + coverage.path("counted").asText() + "/"
                        + coverage.path("expected").asText());
    }

    /** @param percentages whether it has the stated percentage of a RATIO as its value */
    private void side(String name, Oracle.Side expected, JsonNode served, boolean percentages) {
        number(name + " numerator", expected.n(), served.path("numerator"));
        number(name + " denominator", expected.d(), served.path("denominator"));
        if (!ratio || percentages) {
            number(name + " value", expected.v(), served.path("value"));
        }
    }

    private void number(String name, @Nullable BigDecimal expected, JsonNode served) {
        boolean same = expected == null
                ? !served.isNumber()
                : served.isNumber() && served.decimalValue().compareTo(expected) == 0;
        if (!same) {
            differences.add(name + " " + expected + " but " + served);
        }
    }

    private void text(String name, String expected, String served) {
        if (!expected.equals(served)) {
            differences.add(name + " " + expected + " but " + served);
        }
    }
}
