/** From a committed transaction to Kafka, in commit order and without loss (DESIGN 1.1). */
@NullMarked
package vn.nhipso.kit.outbox;

import org.jspecify.annotations.NullMarked;
