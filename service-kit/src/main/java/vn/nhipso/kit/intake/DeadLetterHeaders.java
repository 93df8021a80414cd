package vn.nhipso.kit.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import vn.nhipso.kit.event.EventJson;

/** Headers of a Kafka record as a JSON object, for keeping and looking at. */
final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    static String write(Headers headers) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Header header : headers) {
            // PostgreSQL's jsonb takes no NUL, and a poisonous record may hold anything.
            values.put(
                    header.key().replace("\0", ""),
                    header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8).replace("\0", ""));
        }
        return EventJson.write(values);
    }

    static List<Header> read(String json) {
        List<Header> headers = new ArrayList<>();
        EventJson.tree(json.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(entry -> headers.add(new RecordHeader(
                        entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        return headers;
    }
}
