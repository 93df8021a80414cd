/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.feed;

import org.jspecify.annotations.NullMarked;
