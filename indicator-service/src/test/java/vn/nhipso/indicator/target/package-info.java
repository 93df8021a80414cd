/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.target;

import org.jspecify.annotations.NullMarked;
