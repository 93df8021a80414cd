/** What span of time a figure is of, and on which day that span closes (DESIGN 4). */
@NullMarked
package vn.nhipso.kit.period;

import org.jspecify.annotations.NullMarked;
