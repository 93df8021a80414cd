package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** What the reporting service shows of the benchmark's province. */
final class ProvinceFigures {

    private final ApiClient reporting;

    ProvinceFigures(ApiClient reporting) {
        this.reporting = reporting;
    }

    /** Whether the province and this district of it show the number. */
    boolean show(String indicator, String district, String period, long numerator) {
        JsonNode items = rollups(indicator, "unit=" + BenchProvince.PROVINCE + "&unit=" + district, period);
        return items.size() == 2 && is(items.path(0), numerator) && is(items.path(1), numerator);
    }

    /** Whether the province shows every one of these sums. */
    boolean show(Map<String, Long> sums) {
        return sums.entrySet().stream()
                .allMatch(sum -> is(
                        rollups(BenchProvince.LOAD, "unit=" + BenchProvince.PROVINCE, sum.getKey())
                                .path(0),
                        sum.getValue()));
    }

    private JsonNode rollups(String indicator, String units, String period) {
        Reply reply = reporting.get("/v1/rollups?indicator=" + indicator + "&" + units + "&period=" + period);
        // Units and indicators that have not arrived yet are not known yet.
        if (!reply.isSuccess() && reply.status() != 404) {
            throw new StackException("The rollups of the benchmark cannot be read: " + reply.problem());
        }
        return reply.json().path("items");
    }

    private static boolean is(JsonNode rollup, long numerator) {
        JsonNode shown = rollup.path("computed").path("numerator");
        return shown.isNumber() && shown.decimalValue().compareTo(BigDecimal.valueOf(numerator)) == 0;
    }
}
