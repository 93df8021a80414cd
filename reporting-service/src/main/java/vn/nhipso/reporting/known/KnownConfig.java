package vn.nhipso.reporting.known;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of reading as of a moment. */
@ConfigMapping(prefix = "nhipso.as-of")
public interface KnownConfig {

    /**
     * How far the watermark must be beyond a moment before it is answered. Heartbeats tell no time at which an open writer of the outbox may have
     * stamped; this is for clocks that differ a little, and for those who stamp a little before they become such a writer: shorter, and an answer may
     * lack what becomes known of that moment right after; longer, and callers wait longer.
     */
    @WithDefault("PT0.5S")
    Duration settling();
}
