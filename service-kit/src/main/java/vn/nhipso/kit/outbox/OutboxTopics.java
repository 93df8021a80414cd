package vn.nhipso.kit.outbox;

import java.util.List;
import vn.nhipso.kit.event.Topic;

/**
 * What a service writes. A service that produces this as a bean gets a relay.
 *
 * @param service its name, as in its sequence tokens and event sources
 * @param topics all topics it writes
 */
public record OutboxTopics(String service, List<Topic> topics) {}
