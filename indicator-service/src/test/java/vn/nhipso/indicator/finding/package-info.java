/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.finding;

import org.jspecify.annotations.NullMarked;
