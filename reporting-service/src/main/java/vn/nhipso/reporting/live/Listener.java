package vn.nhipso.reporting.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Set;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.reporting.live.UpdateLog.Update;

/** Somebody who listens for units, and where in the stream. */
final class Listener {

    private final Sse sse;
    private final Set<String> units;
    private final Set<String> indicators;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private volatile Place heard;

    /** @param indicators none for all */
    Listener(
            Sse sse,
            Set<String> units,
            Set<String> indicators,
            Place heard,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.sse = sse;
        this.units = units;
        this.indicators = indicators;
        this.heard = heard;
        this.emitter = emitter;
    }

    Place heard() {
        return heard;
    }

    boolean isGone() {
        return emitter.isCancelled();
    }

    /** Sends what is news to it and of interest. */
    void hear(Update update, Watermark watermark) {
        if (update.place().compareTo(heard) <= 0) {
            return;
        }
        heard = update.place();
        List<String> touched =
                update.units().stream().filter(units::contains).sorted().toList();
        if (!touched.isEmpty() && (indicators.isEmpty() || indicators.contains(update.indicator()))) {
            emitter.emit(sse.newEventBuilder()
                    .id(update.place().toString())
                    .name("rollup")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(new UpdateView(update.indicator(), update.period(), touched, watermark))
                    .build());
        }
    }

    /** Tells that what it has missed is not known any more. */
    void reset() {
        emitter.emit(sse.newEventBuilder()
                .id(heard.toString())
                .name("reset")
                .data("{}")
                .build());
    }

    /** Breaks the silence. */
    void beat() {
        emitter.emit(sse.newEventBuilder().comment("heartbeat").build());
    }
}
