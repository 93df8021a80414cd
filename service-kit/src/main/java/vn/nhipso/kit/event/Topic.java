package vn.nhipso.kit.event;

/**
 * A Kafka topic of NhipSo.
 *
 * @param partitions number of partitions; never changed in place (DESIGN 8)
 */
public record Topic(String name, int partitions) {}
