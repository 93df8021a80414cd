/** Events as published documents: CloudEvents on Kafka, their topics and their JSON (DESIGN 8). */
@NullMarked
package vn.nhipso.kit.event;

import org.jspecify.annotations.NullMarked;
