package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Adds the contributions of some explanations up again, and looks for figures that are told of nowhere. */
final class ExplanationCheck {

    private static final int SAMPLES = 4;

    private final Inquiry reports;
    private final Samples samples;
    private final Country country;
    private final Ledger ledger;
    private final Tally tally;

    ExplanationCheck(Inquiry reports, Samples samples, Country country, Ledger ledger, Tally tally) {
        this.reports = reports;
        this.samples = samples;
        this.country = country;
        this.ledger = ledger;
        this.tally = tally;
    }

    void ask() {
        Map<FigureKey, Content> facts = ledger.all();
        for (int sample = 0; sample < SAMPLES; sample++) {
            Measure measure = samples.measure();
            Term period = samples.period();
            Country.Place place = samples.place(period.closes());
            FigureKey.Scope scope = samples.of(List.of(FigureKey.Scope.values()));
            String query =
                    "?indicator=" + measure.code() + "&unit=" + place.code() + "&period=" + period + "&scope=" + scope;
            JsonNode explanation = reports.ask("/v1/explanations" + query);
            tally.explanationsRead.incrementAndGet();
            addUp(query, measure, explanation);
            nothingUntold(query, measure, period, place, scope, facts, explanation);
        }
    }

    private void addUp(String query, Measure measure, JsonNode explanation) {
        JsonNode rollup = explanation.path("rollup");
        JsonNode parts = explanation.path("contributions");
        boolean right =
                switch (rollup.path("basis").asText()) {
                    case "NONE" -> parts.isEmpty();
                    case "ESTIMATED" -> mean(measure, rollup, parts);
                    default -> {
                        if (rollup.hasNonNull("denominator")) {
                            yield same(rollup.path("numerator"), sum(parts, part -> part.path("numerator")))
                                    && same(rollup.path("denominator"), sum(parts, part -> part.path("denominator")));
                        }
                        String number = measure.kind().isInPercent() ? "percent" : "value";
                        yield (measure.kind() == Measure.Kind.COUNT || parts.size() == 1)
                                && (!rollup.hasNonNull(number)
                                        || same(rollup.path(number), sum(parts, part -> part.path("value"))));
                    }
                };
        if (!right) {
            tally.wrong("the contributions of " + query + " do not come to the number: " + explanation);
        }
    }

    private static boolean mean(Measure measure, JsonNode rollup, JsonNode parts) {
        BigDecimal weights = sum(parts, part -> part.path("weight"));
        BigDecimal weighed = BigDecimal.ZERO;
        for (JsonNode part : parts) {
            weighed = weighed.add(part.path("value")
                    .decimalValue()
                    .multiply(part.path("weight").decimalValue()));
        }
        JsonNode number = rollup.path(measure.kind().isInPercent() ? "percent" : "value");
        return weights.signum() > 0 && same(number, weighed.divide(weights, 4, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(JsonNode parts, Function<JsonNode, JsonNode> number) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(number)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(JsonNode served, BigDecimal expected) {
        return served.isNumber() && served.decimalValue().compareTo(expected) == 0;
    }

    /** Each figure with a number of the period itself at or below the unit is told. */
    private void nothingUntold(
            String query,
            Measure measure,
            Term period,
            Country.Place place,
            FigureKey.Scope scope,
            Map<FigureKey, Content> facts,
            JsonNode explanation) {
        Set<String> told = new HashSet<>();
        for (String list : List.of("contributions", "excluded")) {
            explanation.path(list).forEach(figure -> {
                if (!figure.hasNonNull("period")
                        || figure.path("period").asText().equals(period.toString())) {
                    told.add(figure.path("unit").asText() + " "
                            + figure.path("scope").asText());
                }
            });
        }
        Set<String> below = country.within(place, period.closes());
        facts.forEach((key, content) -> {
            boolean reached = key.indicator().equals(measure.code())
                    && key.period().equals(period)
                    && below.contains(key.unit())
                    && (scope != FigureKey.Scope.OWN
                            || (key.unit().equals(place.code()) && key.scope() == FigureKey.Scope.OWN));
            if (reached && content.isNumber() && !told.contains(key.unit() + " " + key.scope())) {
                tally.wrong("the explanation of " + query + " tells nothing of " + key + ": " + explanation);
            }
        });
    }
}
