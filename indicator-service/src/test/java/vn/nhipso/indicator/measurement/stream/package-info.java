/** Tests of streams of measurements. */
@NullMarked
package vn.nhipso.indicator.measurement.stream;

import org.jspecify.annotations.NullMarked;
