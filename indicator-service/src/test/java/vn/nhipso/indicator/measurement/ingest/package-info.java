/** Tests of the ingest. */
@NullMarked
package vn.nhipso.indicator.measurement.ingest;

import org.jspecify.annotations.NullMarked;
