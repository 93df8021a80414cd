/** Tests of the log. */
@NullMarked
package vn.nhipso.indicator.measurement.revision;

import org.jspecify.annotations.NullMarked;
