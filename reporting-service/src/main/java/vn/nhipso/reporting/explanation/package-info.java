/** Where a figure comes from, to the last measurement, and why others are not in it. */
@NullMarked
package vn.nhipso.reporting.explanation;

import org.jspecify.annotations.NullMarked;
