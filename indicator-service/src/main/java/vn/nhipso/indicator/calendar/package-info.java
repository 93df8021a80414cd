/** When reports are due: days after the closing day, per calendar and frequency. */
@NullMarked
package vn.nhipso.indicator.calendar;

import org.jspecify.annotations.NullMarked;
