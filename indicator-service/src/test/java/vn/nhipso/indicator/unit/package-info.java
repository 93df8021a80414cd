/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.unit;

import org.jspecify.annotations.NullMarked;
