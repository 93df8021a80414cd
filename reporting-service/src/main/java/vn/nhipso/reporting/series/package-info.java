/** A figure over time, with the breaks where it is of other people or by another definition. */
@NullMarked
package vn.nhipso.reporting.series;

import org.jspecify.annotations.NullMarked;
