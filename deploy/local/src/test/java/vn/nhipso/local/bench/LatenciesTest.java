package vn.nhipso.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentileShouldBeATimeThatWasSeen() {
        Latencies latencies = new Latencies();
        IntStream.rangeClosed(1, 200).map(i -> 201 - i).forEach(i -> latencies.add(Duration.ofMillis(i)));
        assertThat(latencies.percentile(50)).hasMillis(100);
        assertThat(latencies.percentile(99)).hasMillis(198);
        assertThat(latencies.percentile(100)).hasMillis(200);
    }

    @Test
    void nothingMeasuredShouldHaveNoPercentile() {
        assertThatThrownBy(() -> new Latencies().percentile(50)).isInstanceOf(IllegalStateException.class);
    }
}
