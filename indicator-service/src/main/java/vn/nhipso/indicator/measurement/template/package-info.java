/** Forms to fill in: a row for each figure that a unit reports for a period, as a file that is sent back as a batch. */
@NullMarked
package vn.nhipso.indicator.measurement.template;

import org.jspecify.annotations.NullMarked;
