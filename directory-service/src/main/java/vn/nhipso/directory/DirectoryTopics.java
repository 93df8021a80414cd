package vn.nhipso.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.OutboxTopics;

/** What this service publishes. */
@ApplicationScoped
class DirectoryTopics {

    @Produces
    @Singleton
    OutboxTopics topics() {
        return new OutboxTopics("directory", List.of(Topics.DIRECTORY_HIERARCHY, Topics.DIRECTORY_TEAMS));
    }
}
