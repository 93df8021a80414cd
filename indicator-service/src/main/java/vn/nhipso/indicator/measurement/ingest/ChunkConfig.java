package vn.nhipso.indicator.measurement.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of deliveries that are taken in chunk by chunk. */
@ConfigMapping(prefix = "nhipso.ingest")
public interface ChunkConfig {

    /**
     * Rows of a stream or file that are written at once, 100 to 5,000; a file with more becomes a job. Fewer take less memory and let other writers
     * in sooner; more are faster.
     */
    @WithDefault("5000")
    int chunkRows();
}
