/** Tests of measurements in files. */
@NullMarked
package vn.nhipso.indicator.measurement.file;

import org.jspecify.annotations.NullMarked;
