/** Measurements in files that people send, CSV and XLSX: read as they declare, taken in as any batch, or as a job when they are long (ADR 0006). */
@NullMarked
package vn.nhipso.indicator.measurement.file;

import org.jspecify.annotations.NullMarked;
