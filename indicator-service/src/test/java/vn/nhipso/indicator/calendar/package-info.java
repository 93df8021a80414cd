/** Tests of reporting calendars. */
@NullMarked
package vn.nhipso.indicator.calendar;

import org.jspecify.annotations.NullMarked;
