/** Figures held against those of other periods, of the units beside them and against targets: at once, and behind every write. */
@NullMarked
package vn.nhipso.indicator.finding.comparison;

import org.jspecify.annotations.NullMarked;
