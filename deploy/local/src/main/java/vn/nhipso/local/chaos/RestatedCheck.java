package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Asks for periods on the hierarchy of other days, and holds every rollup against what is placed at or below its unit. */
final class RestatedCheck {

    private static final int SAMPLES = 2;
    private static final int DECIMALS = 4;

    private final Inquiry reports;
    private final Samples samples;
    private final List<Measure> measures;
    private final Country country;
    private final Ledger ledger;
    private final Tally tally;

    RestatedCheck(
            Inquiry reports, Samples samples, List<Measure> measures, Country country, Ledger ledger, Tally tally) {
        this.reports = reports;
        this.samples = samples;
        this.measures = measures;
        this.country = country;
        this.ledger = ledger;
        this.tally = tally;
    }

    void ask() {
        Oracle oracle = new Oracle(country, measures, ledger.all());
        for (int sample = 0; sample < SAMPLES; sample++) {
            Term period = samples.period();
            LocalDate day = samples.day();
            StringBuilder path =
                    new StringBuilder("/v1/rollups?period=" + period + "&validAt=" + day + Measure.filter(measures));
            List<Country.Place> living = country.living(day);
            living.forEach(place -> path.append("&unit=").append(place.code()));
            JsonNode items = reports.ask(path.toString()).path("items");
            if (items.size() != living.size() * measures.size()) {
                tally.wrong(items.size() + " rollups are answered to " + path);
            }
            for (JsonNode item : items) {
                compare(oracle, period, day, living, item);
            }
        }
    }

    private void compare(Oracle oracle, Term period, LocalDate day, List<Country.Place> living, JsonNode item) {
        tally.restated.incrementAndGet();
        Measure measure = measures.stream()
                .filter(one -> one.code().equals(item.path("indicator").asText()))
                .findFirst()
                .orElseThrow();
        Country.Place asked = living.stream()
                .filter(one -> one.code().equals(item.path("unit").path("code").asText()))
                .findFirst()
                .orElseThrow();
        RestatedOracle restated = new RestatedOracle(country, oracle, measure, period, day);
        Country.Place same = restated.same(asked);
        String differences = same == null
                ? differences(measure, restated.sum(asked), item)
                : RollupCheck.differences(measure, same, oracle.rollup(measure, period, same), item);
        if (!differences.isEmpty()) {
            tally.wrong("rollup " + measure.code() + " " + asked.code() + " " + period + " on " + day + ": "
                    + differences + " in " + item);
        }
    }

    private static String differences(Measure measure, RestatedOracle.Sum expected, JsonNode served) {
        List<String> differences = new ArrayList<>();
        String basis = served.path("basis").asText();
        if (measure.kind().isShare()) {
            boolean mean = expected.weights().signum() > 0;
            BigDecimal number = mean
                    ? expected.weighed().divide(expected.weights(), DECIMALS, RoundingMode.HALF_UP)
                    : BigDecimal.ZERO;
            number(differences, "mean", number, served.path(measure.kind().isInPercent() ? "percent" : "value"));
            text(differences, "basis", mean ? "ESTIMATED" : "NONE", basis);
        } else {
            boolean count = measure.kind() == Measure.Kind.COUNT;
            String n = count ? "value" : "numerator";
            number(differences, n, expected.n(), served.path(n));
            if (!count) {
                number(differences, "denominator", expected.d(), served.path("denominator"));
            }
            number(
                    differences,
                    "unallocated",
                    expected.unallocated(),
                    served.path("unallocated").path(n));
            if (!basis.equals("NONE")) {
                text(differences, "basis", expected.complete() ? "COMPUTED" : "PARTIAL", basis);
            }
        }
        JsonNode coverage = served.path("coverage");
        Oracle.Coverage due = expected.coverage();
        text(
                differences,
                "reporting/counted/expected",
                due.reporting() + "/" + due.counted() + "/" + due.expected(),
                coverage.path("reporting").asText() + "/"
                        + coverage.path("counted").asText() + "/"
                        + coverage.path("expected").asText());
        return String.join(", ", differences);
    }

    /** Nothing and zero are the same here: whether anybody gave a number stands in the coverage. */
    private static void number(List<String> differences, String name, BigDecimal expected, JsonNode served) {
        BigDecimal found = served.isNumber() ? served.decimalValue() : BigDecimal.ZERO;
        if (found.compareTo(expected) != 0) {
            differences.add(name + " " + expected + " but " + served);
        }
    }

    private static void text(List<String> differences, String name, String expected, String served) {
        if (!expected.equals(served)) {
            differences.add(name + " " + expected + " but " + served);
        }
    }
}
