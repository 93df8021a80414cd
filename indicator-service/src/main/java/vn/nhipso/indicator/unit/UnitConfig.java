package vn.nhipso.indicator.unit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the copy of the units. */
@ConfigMapping(prefix = "nhipso.units")
public interface UnitConfig {

    /**
     * How long an unknown unit is looked for again before it is refused: the directory may just have answered 201, with the event still on its way.
     * A request that names one holds a thread for so long.
     */
    @WithDefault("PT2S")
    Duration patience();
}
