package vn.nhipso.reporting.known;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of reading as of a moment. */
@ConfigMapping(prefix = "nhipso.as-of")
public interface KnownConfig {

    /**
     * How far the watermark must be beyond a moment before it is answered. Who writes takes the moment of its record before it commits, and clocks
     * differ a little: shorter, and an answer may lack what becomes known of that moment right after; longer, and callers wait longer.
     */
    @WithDefault("PT0.5S")
    Duration settling();
}
