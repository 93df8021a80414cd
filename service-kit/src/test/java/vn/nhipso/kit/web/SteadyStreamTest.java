package vn.nhipso.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyStreamTest {

    private static final long SLOWEST = 100;
    private static final long SPAN_SECONDS = 10;

    private final AtomicLong now = new AtomicLong();

    @Test
    void bodyThatDripsShouldBeEnded() throws IOException {
        InputStream drip = steady(1, 1);
        for (int second = 1; second < SPAN_SECONDS; second++) {
            assertThat(drip.read()).isZero();
        }

        assertThatThrownBy(drip::read).hasMessageContaining("BODY_TOO_SLOW");
    }

    @Test
    void burstShouldNotPayForWhatDripsLater() throws IOException {
        AtomicLong bytes = new AtomicLong(5_000);
        InputStream body = new SteadyStream(arriving(bytes, 10), SLOWEST, SPAN_SECONDS, now::get);
        assertThat(body.read(new byte[5_000])).isEqualTo(5_000);
        bytes.set(1);

        assertThatThrownBy(() -> body.read(new byte[10])).hasMessageContaining("BODY_TOO_SLOW");
    }

    @Test
    void slowButSteadyBodyShouldBeReadAndTimeBetweenReadsNotCount() throws IOException {
        InputStream slow = steady(200, 1);
        for (int second = 0; second < 50; second++) {
            assertThat(slow.read(new byte[1_000])).isEqualTo(200);
            now.addAndGet(TimeUnit.HOURS.toNanos(1));
        }
    }

    private InputStream steady(int bytes, long seconds) {
        return new SteadyStream(arriving(new AtomicLong(bytes), seconds), SLOWEST, SPAN_SECONDS, now::get);
    }

    /** So many bytes after so many seconds, for ever. */
    private InputStream arriving(AtomicLong bytes, long seconds) {
        return new InputStream() {
            @Override
            public int read() {
                now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read();
                return bytes.intValue();
            }
        };
    }
}
