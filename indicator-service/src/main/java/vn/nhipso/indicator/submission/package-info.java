/** Returns: the report of one unit for one period, from its first value to its approval, which publishes it. */
@NullMarked
package vn.nhipso.indicator.submission;

import org.jspecify.annotations.NullMarked;
