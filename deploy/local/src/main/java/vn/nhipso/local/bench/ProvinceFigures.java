package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** What the reporting service shows of a benchmark's province. */
final class ProvinceFigures {

    private final ApiClient reporting;
    private final String province;

    ProvinceFigures(ApiClient reporting, String province) {
        this.reporting = reporting;
        this.province = province;
    }

    /** Whether the province and this district of it show the number; not before a write counts, or after the time for which the service waits for it. */
    boolean show(String indicator, String district, String period, long numerator, String written) {
        String units = "unit=" + province + "&unit=" + district;
        JsonNode items = rollups(indicator, units + "&minSequence=" + ApiClient.encoded(written), period);
        return items.size() == 2 && is(items.path(0), numerator) && is(items.path(1), numerator);
    }

    /** Whether the province shows every one of these sums: period → indicator → numerator. */
    boolean show(Map<String, Map<String, Long>> sums) {
        return sums.entrySet().stream().allMatch(period -> {
            Map<String, Long> expected = period.getValue();
            JsonNode items =
                    rollups(String.join("&indicator=", expected.keySet()), "unit=" + province, period.getKey());
            return items.size() == expected.size()
                    && items.valueStream()
                            .allMatch(item -> is(
                                    item,
                                    expected.getOrDefault(item.path("indicator").asText(), -1L)));
        });
    }

    private JsonNode rollups(String indicators, String units, String period) {
        Reply reply = reporting.get("/v1/rollups?indicator=" + indicators + "&" + units + "&period=" + period);
        // Units and indicators that have not arrived yet are not known yet; what is waited for may take longer than one
        // answer does.
        if (!reply.isSuccess() && reply.status() != 404 && reply.status() != 503) {
            throw new StackException("The rollups of the benchmark cannot be read: " + reply.problem());
        }
        return reply.json().path("items");
    }

    private static boolean is(JsonNode rollup, long numerator) {
        JsonNode shown = rollup.path("computed").path("numerator");
        return shown.isNumber() && shown.decimalValue().compareTo(BigDecimal.valueOf(numerator)) == 0;
    }
}
