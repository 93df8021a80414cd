/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.finding.comparison;

import org.jspecify.annotations.NullMarked;
