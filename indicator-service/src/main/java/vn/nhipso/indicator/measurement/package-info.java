/** Measurements read back: what stands, and what stood at an earlier moment of knowledge. */
@NullMarked
package vn.nhipso.indicator.measurement;

import org.jspecify.annotations.NullMarked;
