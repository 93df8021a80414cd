/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.finding.rules;

import org.jspecify.annotations.NullMarked;
