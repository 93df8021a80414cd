package vn.nhipso.reporting.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the figures that the register makes. */
@ConfigMapping(prefix = "nhipso.registry")
public interface RegistryConfig {

    /**
     * Code of the indicator whose figures are the people of a commune, for what is counted per 100 of them: a COUNT that is a STOCK, reported by
     * communes. Where nobody defines or reports it, nothing is said per 100 people. The same for all replicas.
     */
    @WithDefault("POP")
    String populationIndicator();
}
