/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.check;

import org.jspecify.annotations.NullMarked;
