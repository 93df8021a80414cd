/** This service's copy of the units, fed by the directory's events: who lived when, at which level, under whom. */
@NullMarked
package vn.nhipso.indicator.unit;

import org.jspecify.annotations.NullMarked;
