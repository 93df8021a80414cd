/** Tests of the feature. */
@NullMarked
package vn.nhipso.indicator.webhook;

import org.jspecify.annotations.NullMarked;
