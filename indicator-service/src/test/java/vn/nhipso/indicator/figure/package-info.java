/** Tests of the values. */
@NullMarked
package vn.nhipso.indicator.figure;

import org.jspecify.annotations.NullMarked;
