package vn.nhipso.kit.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/** All topics, and which service writes them. They keep every event: the log is the history. */
public final class Topics {

    /** Units, lineage and the markers between; one partition, so that a reorganisation has one order. Written by the directory. */
    public static final Topic DIRECTORY_HIERARCHY = new Topic("directory.hierarchy", 1);

    /** Teams without personal data. Written by the directory. */
    public static final Topic DIRECTORY_TEAMS = new Topic("directory.teams", 1);

    /** Definitions, targets, returns and reporting calendars. Written by the indicator service. */
    public static final Topic INDICATOR_CATALOGUE = new Topic("indicator.catalogue", 1);

    /** Published measurements, partitioned by indicator and calendar year. Written by the indicator service. */
    public static final Topic INDICATOR_MEASUREMENTS = new Topic("indicator.measurements", 12);

    private static final List<Topic> ALL =
            List.of(DIRECTORY_HIERARCHY, DIRECTORY_TEAMS, INDICATOR_CATALOGUE, INDICATOR_MEASUREMENTS);

    private Topics() {}

    /** Every one. */
    public static List<Topic> all() {
        return ALL;
    }

    /** The topic of that name; fails for a name that is none of ours. */
    public static Topic named(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic " + name));
    }

    /** The service that writes a topic: the part of its name before the dot. */
    public static String producer(Topic topic) {
        return topic.name().substring(0, topic.name().indexOf('.'));
    }

    /**
     * The partition of a family of keys that must keep one order. The hash is fixed for ever (CRC-32C of the UTF-8 bytes):
     * the same family is found in the same partition by every version of every service.
     */
    public static int partition(Topic topic, String family) {
        CRC32C hash = new CRC32C();
        hash.update(family.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % topic.partitions());
    }
}
