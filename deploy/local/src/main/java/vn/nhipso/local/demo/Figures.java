package vn.nhipso.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;

/** What the demo figures add up to, read from the reporting service: a handful of rollups as a table. */
public final class Figures {

    private record Row(String indicator, String unit, String period) {}

    private static final List<Row> ROWS = List.of(
            new Row("DG01", "870", "2022-H1"),
            new Row("DG07", "870", "2022-H1"),
            new Row("DG01", "934", "2022-YTD09"),
            new Row("DG02", "87", "2024-03"),
            new Row("DG04", "87", "2024-04-14"),
            new Row("REG-TEAMS", "15655", "2024-07"));
    private static final String LINE = "  %-9s  %-22s  %-10s  %-24s  %-8s  %-9s  %s%n";

    private final ApiClient reporting;
    private final List<String> sequences;
    private final Map<String, JsonNode> scoreboards = new HashMap<>();

    /** @param sequences what the rows must show at least */
    public Figures(ApiClient reporting, List<String> sequences) {
        this.reporting = reporting;
        this.sequences = sequences;
    }

    public void print(PrintStream out) {
        Row first = ROWS.getFirst();
        // Waits until everything is in; what follows needs no waiting any more.
        rollup(
                first,
                sequences.stream()
                        .map(token -> "&minSequence=" + ApiClient.encoded(token))
                        .collect(Collectors.joining()));
        out.printf(LINE, "indicator", "unit", "period", "figure", "basis", "counted", "status");
        ROWS.forEach(row -> print(row, out));
    }

    private Reply rollup(Row row, String more) {
        return reporting.get(
                "/v1/rollups?indicator=" + row.indicator() + "&unit=" + row.unit() + "&period=" + row.period() + more);
    }

    private void print(Row row, PrintStream out) {
        Reply reply = rollup(row, "");
        if (!reply.isSuccess()) {
            out.printf(LINE, row.indicator(), row.unit(), row.period(), reply.problem(), "", "", "");
            return;
        }
        JsonNode rollup = reply.json().path("items").path(0);
        JsonNode coverage = rollup.path("coverage");
        out.printf(
                LINE,
                row.indicator(),
                rollup.path("unit").path("name").asText() + " (" + row.unit() + ")",
                row.period(),
                figure(rollup),
                rollup.path("basis").asText(),
                coverage.path("counted").asText("0") + " of "
                        + coverage.path("expected").asText("0"),
                status(row));
    }

    private static String figure(JsonNode rollup) {
        String counts = rollup.hasNonNull("denominator")
                ? " (" + rollup.path("numerator").asText() + "/"
                        + rollup.path("denominator").asText() + ")"
                : "";
        if (rollup.hasNonNull("percent")) {
            return rollup.path("percent").asText() + " %" + counts;
        }
        return rollup.path("value").asText("none") + counts;
    }

    private String status(Row row) {
        JsonNode scoreboard = scoreboards.computeIfAbsent(
                "/v1/scoreboards/" + row.unit() + "?period=" + row.period(),
                path -> reporting.get(path).json());
        for (JsonNode item : scoreboard.path("items")) {
            if (item.path("indicator").asText().equals(row.indicator())) {
                JsonNode target = item.path("target");
                String against = target.hasNonNull("value")
                        ? " (" + target.path("comparator").asText() + " "
                                + target.path("value").asText() + ")"
                        : "";
                return item.path("status").asText() + against;
            }
        }
        return "";
    }
}
