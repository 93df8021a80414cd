package vn.nhipso.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One measurement of the generated year. */
record IngestRow(String indicator, String unit, String period, int numerator, int denominator) {

    static final String SCOPE = "OWN";

    /** As an item of a batch, or a line of a stream. */
    String json() {
        return "{\"indicator\":\"" + indicator + "\",\"unit\":\"" + unit + "\",\"period\":\"" + period
                + "\",\"scope\":\"" + SCOPE + "\",\"numerator\":" + numerator + ",\"denominator\":" + denominator + "}";
    }

    static byte[] batch(List<IngestRow> rows) {
        StringBuilder body = new StringBuilder("{\"items\":[");
        for (IngestRow row : rows) {
            body.append(body.length() > 10 ? "," : "").append(row.json());
        }
        return body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] lines(List<IngestRow> rows) {
        StringBuilder body = new StringBuilder();
        rows.forEach(row -> body.append(row.json()).append('\n'));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String month(int year, int month) {
        return String.format(Locale.ROOT, "%d-%02d", year, month);
    }
}
