package vn.nhipso.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of access control. */
@ConfigMapping(prefix = "nhipso.security")
public interface SecurityConfig {

    /**
     * Says that tokens are signed with a development key, as the local stack's are. True is refused in the production profile: anybody
     * with the key file could act as anybody.
     */
    @WithDefault("false")
    boolean developmentKey();
}
