/** Measurements as a stream of lines, of any length and in constant memory (ADR 0006). */
@NullMarked
package vn.nhipso.indicator.measurement.stream;

import org.jspecify.annotations.NullMarked;
