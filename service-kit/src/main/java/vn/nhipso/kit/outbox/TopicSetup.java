package vn.nhipso.kit.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.nhipso.kit.active.RefusedException;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;

/** Creates the topics of a service, or verifies those that are there: a topic that forgets or is cut otherwise loses history. */
final class TopicSetup {

    private static final Map<String, String> KEEP_EVERYTHING =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    private TopicSetup() {}

    /** Fails with {@link WrongTopicException} where a topic is not as it must be. */
    static void ensure(Map<String, Object> kafka, List<Topic> topics) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    // Replication is the broker's default: one on a laptop, three in a cluster.
                    .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(KEEP_EVERYTHING))
                    .toList();
            create(admin, missing);
            verify(admin, topics);
        }
    }

    private static void create(Admin admin, List<NewTopic> missing) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failed) {
            // Another instance was quicker; what it made is verified next.
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private static void verify(Admin admin, List<Topic> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                        .collect(Collectors.toSet()))
                .all()
                .get();
        for (TopicDescription actual : found.values()) {
            Topic wanted = Topics.named(actual.name());
            int partitions = actual.partitions().size();
            if (partitions != wanted.partitions()) {
                throw new WrongTopicException("topic " + actual.name() + " has " + partitions
                        + " partitions, it must have " + wanted.partitions()
                        + "; move its events to a new topic instead of adding partitions");
            }
        }
        settings.forEach(TopicSetup::verifyRetention);
    }

    private static void verifyRetention(ConfigResource topic, Config settings) {
        KEEP_EVERYTHING.forEach((name, value) -> {
            String actual = settings.get(name).value();
            if (!value.equals(actual)) {
                throw new WrongTopicException("topic " + topic.name() + " has " + name + "=" + actual + ", it must be "
                        + value + ": the topic is the history and keeps every event");
            }
        });
    }

    /** A topic that would lose or reorder events. */
    static final class WrongTopicException extends RefusedException {
        WrongTopicException(String message) {
            super(message);
        }
    }
}
