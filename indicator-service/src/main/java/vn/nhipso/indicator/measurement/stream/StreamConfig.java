package vn.nhipso.indicator.measurement.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of streams of measurements. */
@ConfigMapping(prefix = "nhipso.streams")
public interface StreamConfig {

    /**
     * Streams that one instance reads at once, 1 to 100, half of them of one caller at most; further ones are answered 503. Each holds up to 5,000
     * rows and a thread, and one that comes too slowly is ended ({@code nhipso.body.slowest}).
     */
    @WithDefault("8")
    int atOnce();

    /** Rows that an ATOMIC stream may have. All of them are written by one statement, which others who read the log wait for. */
    @WithDefault("200000")
    int atomicRows();
}
