package vn.nhipso.kit.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start in production on a setting that is only safe on one's own machine, and names it. */
@ApplicationScoped
class ProductionReadiness {

    private final SecurityConfig config;

    ProductionReadiness(SecurityConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent started) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL
                && ConfigUtils.getProfiles().contains("prod");
        if (production && config.developmentKey()) {
            throw new IllegalStateException(
                    "nhipso.security.development-key is true in the production profile: configure your own token issuer, or start with QUARKUS_PROFILE=local");
        }
    }
}
