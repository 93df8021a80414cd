package vn.nhipso.reporting.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/** Takes listeners in. */
@ApplicationScoped
class Updates {

    private static final int RETRY_AFTER = 10;

    private final UpdateLog log;
    private final Broadcast broadcast;

    Updates(UpdateLog log, Broadcast broadcast) {
        this.log = log;
        this.broadcast = broadcast;
    }

    /**
     * What somebody wants to hear.
     *
     * @param missed whether something behind its last event is not known any more
     */
    record Asked(Set<String> units, Set<String> indicators, Place from, boolean missed) {}

    /** Fails with INVALID_PARAMETER, UNIT_NOT_FOUND and TOO_MANY_LISTENERS, before anything is sent. */
    Asked asked(@Nullable String unit, List<String> indicators, boolean descendants, @Nullable String lastEventId) {
        if (unit == null) {
            Text detail = new Text("Cần tham số unit.", "The parameter unit is needed.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("unit", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        if (broadcast.isFull()) {
            throw new ProblemException(ReportingProblem.TOO_MANY_LISTENERS, ReportingProblem.TOO_MANY_LISTENERS.title())
                    .withRetryAfter(RETRY_AFTER);
        }
        try {
            Set<String> below = log.below(unit);
            refuseUnknown(unit, below);
            Place last = Place.parse(lastEventId);
            boolean known = last != null && log.knows(last);
            return new Asked(
                    descendants ? below : Set.of(unit),
                    Set.copyOf(indicators),
                    last != null && known ? last : log.end(),
                    lastEventId != null && !known);
        } catch (SQLException failed) {
            throw new IllegalStateException("updates not read", failed);
        }
    }

    void listen(Asked asked, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        Listener listener = new Listener(sse, asked.units(), asked.indicators(), asked.from(), emitter);
        emitter.onTermination(() -> broadcast.remove(listener));
        listener.beat();
        if (asked.missed()) {
            listener.reset();
        }
        broadcast.add(listener);
    }

    private static void refuseUnknown(String unit, Set<String> below) {
        if (below.isEmpty()) {
            throw new ProblemException(
                    ReportingProblem.UNIT_NOT_FOUND,
                    Text.of("Không có đơn vị nào từng mang mã “%s”.", "No unit has ever borne the code \"%s\".", unit));
        }
    }
}
