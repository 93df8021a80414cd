package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;

/** The one way in which definitions come to stand: many wishes judged together, written together, told together. */
@ApplicationScoped
class Catalogue {

    private final IndicatorStore store;
    private final Outbox outbox;
    private final Clock clock;

    Catalogue(IndicatorStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What wishes come to, none of it written yet.
     *
     * @param violations by code; empty where nothing speaks against the amendment
     */
    record Plan(List<Amendment> amendments, Map<String, List<Violation>> violations) {

        List<Amendment> writes() {
            return amendments.stream()
                    .filter(amendment -> amendment.what() != Amendment.What.UNCHANGED)
                    .toList();
        }
    }

    /** Keeps other writers out until the end of the transaction, and reads what stands of these codes. */
    Map<String, Indicator> open(List<String> codes) {
        store.lock();
        return store.present(codes);
    }

    /**
     * Judges wishes.
     *
     * @param present what {@link #open} answered
     */
    Plan plan(
            Map<String, DefineIndicator> wishes,
            Map<String, Indicator> present,
            boolean wordingOnly,
            boolean allowGap) {
        Amending amending = new Amending(wordingOnly, allowGap, now());
        Map<String, List<Span>> spans = store.spans(wishes.keySet());
        Map<String, List<Violation>> violations = new LinkedHashMap<>();
        List<Amendment> amendments = new ArrayList<>();
        wishes.forEach((code, wish) -> {
            List<Violation> found = new ArrayList<>();
            amendments.add(amending.of(code, wish, present.get(code), spans.getOrDefault(code, List.of()), found));
            violations.put(code, found);
        });
        Map<String, CatalogueNode> nodes = new HashMap<>(store.nodes());
        amendments.forEach(amendment -> nodes.put(amendment.after().code(), CatalogueNode.of(amendment.after())));
        References references = new References(nodes);
        for (Amendment amendment : amendments) {
            if (amendment.what() != Amendment.What.UNCHANGED) {
                violations
                        .getOrDefault(amendment.after().code(), new ArrayList<>())
                        .addAll(references.check(CatalogueNode.of(amendment.after())));
            }
        }
        return new Plan(amendments, violations);
    }

    /** Writes what differs, and tells it; returns the token up to which that reaches. */
    String write(Plan plan, String author, @Nullable String reason) {
        List<Indicator> states = plan.writes().stream().map(Amendment::after).toList();
        store.write(states, author, reason);
        long position = outbox.append(states.stream()
                .map(state -> new OutboxMessage(
                        Topics.INDICATOR_CATALOGUE,
                        state.code(),
                        IndicatorDefined.TYPE,
                        EventJson.write(IndicatorDefined.of(state))))
                .toList());
        return outbox.token(position);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
