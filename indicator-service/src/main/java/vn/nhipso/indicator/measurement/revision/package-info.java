/** The log of a measurement: every accepted value, never altered. */
@NullMarked
package vn.nhipso.indicator.measurement.revision;

import org.jspecify.annotations.NullMarked;
