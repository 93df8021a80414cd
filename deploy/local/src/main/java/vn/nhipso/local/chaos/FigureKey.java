package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;

/** What a measurement is of. */
record FigureKey(String indicator, String unit, Term period, Scope scope) {

    enum Scope {
        OWN,
        CHILDREN,
        WHOLE
    }

    static FigureKey of(JsonNode measurement) {
        return new FigureKey(
                measurement.path("indicator").asText(),
                measurement.path("unit").asText(),
                Term.parse(measurement.path("period").asText()),
                Scope.valueOf(measurement.path("scope").asText()));
    }

    @Override
    public String toString() {
        return indicator + " " + unit + " " + period + " " + scope;
    }
}
