/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.definition;

import org.jspecify.annotations.NullMarked;
