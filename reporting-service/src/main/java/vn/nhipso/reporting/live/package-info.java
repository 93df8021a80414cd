/** Updates sent to those who listen, when rollups were made anew. */
@NullMarked
package vn.nhipso.reporting.live;

import org.jspecify.annotations.NullMarked;
