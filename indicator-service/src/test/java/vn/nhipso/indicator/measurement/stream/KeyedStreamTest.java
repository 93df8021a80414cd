package vn.nhipso.indicator.measurement.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** A stream that says several things of one measurement, and whose run ends between any two of them. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class KeyedStreamTest {

    private static final Author STEWARD = new Author("steward", "VN", true);
    private static boolean made;

    @Inject
    StreamMemory memory;

    @Inject
    Chunks chunks;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatWasStoredBeforeTheEndShouldNotBeWrittenAgain(int dyingAt) throws IOException {
        if (!made) {
            made = true;
            Province.exists();
            Province.communes("57200", 2);
            Province.define("I502", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        }
        String period = "2023-0" + dyingAt;
        String lines = line(0, period, 1) + line(1, period, 9) + line(0, period, 2) + "\n" + line(0, period, 3)
                + line(0, period, 1) + line(0, period, 5);
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> take(lines, dyingAt, position -> {
                    if (steps.incrementAndGet() == dyingAt) {
                        throw new IllegalStateException("killed");
                    }
                    return "indicator:" + position;
                }))
                .hasMessage("killed");

        BatchAnswer answer = take(lines, dyingAt, position -> "indicator:" + position);

        assertThat(answer.accepted() + answer.unchanged()).isEqualTo(6);
        read("indicator=I502&period=" + period)
                .then()
                .body("items.value", contains(5, 9))
                .body("items.revision", contains(5, 1));
    }

    private BatchAnswer take(String lines, int key, LongFunction<String> token) throws IOException {
        LineSource source =
                new LineSource(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), chunks.rows(), true);
        StreamMemory.Name name = new StreamMemory.Name(STEWARD.name(), "i5-stream-" + key);
        return new KeyedStream(memory, name, source, Locale.ENGLISH, token).take(chunks, STEWARD);
    }

    private static String line(int commune, String period, int value) {
        return item("I502", "57200-" + commune, period, "OWN", "\"value\":" + value) + "\n";
    }
}
