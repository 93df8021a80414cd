/** The clock and the days of Vietnam. */
@NullMarked
package vn.nhipso.kit.time;

import org.jspecify.annotations.NullMarked;
