/** From Kafka into a service's own tables: one transaction a batch, each event once, dead letters kept (DESIGN 1.1). */
@NullMarked
package vn.nhipso.kit.intake;

import org.jspecify.annotations.NullMarked;
