package vn.nhipso.reporting.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of server-sent updates. */
@ConfigMapping(prefix = "nhipso.live")
public interface LiveConfig {

    /** Listeners of this instance at once; more are refused with 503. Each holds a connection of the server and up to 256 events, no thread. */
    @WithDefault("500")
    int listeners();

    /** How often the one reader of this instance looks for news, while anybody listens. */
    @WithDefault("PT0.2S")
    Duration look();

    /** How often silence is broken, so that nobody between takes the connection for dead. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long what was made anew is known; whoever was away for longer is told to read anew. */
    @WithDefault("PT1H")
    Duration kept();
}
