/** Taking measurements in: a batch is read, checked, compared and written by a handful of set-based statements. */
@NullMarked
package vn.nhipso.indicator.measurement.ingest;

import org.jspecify.annotations.NullMarked;
