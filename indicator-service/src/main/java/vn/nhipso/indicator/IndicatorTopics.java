package vn.nhipso.indicator;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.OutboxTopics;

/** What this service writes; with it the relay starts. */
final class IndicatorTopics {

    @Produces
    @Singleton
    OutboxTopics outboxTopics() {
        return new OutboxTopics("indicator", List.of(Topics.INDICATOR_CATALOGUE, Topics.INDICATOR_MEASUREMENTS));
    }
}
