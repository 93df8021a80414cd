package vn.nhipso.indicator.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of evidence. */
@ConfigMapping(prefix = "nhipso.evidence")
public interface EvidenceConfig {

    /** Bytes a file may have; larger ones are refused with 413. It is no use to set it above what the service takes at all. */
    @WithDefault("20971520")
    long maxBytes();

    /** How long a file is kept that no measurement cites, from when it was sent last. */
    @WithDefault("P7D")
    Duration unused();
}
