/** What a service does for itself beside its work: forgetting what has had its time, and counting what waits. */
@NullMarked
package vn.nhipso.kit.upkeep;

import org.jspecify.annotations.NullMarked;
