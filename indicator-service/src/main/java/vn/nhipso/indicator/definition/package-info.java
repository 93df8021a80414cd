/** Indicators and the versions of their definitions. */
@NullMarked
package vn.nhipso.indicator.definition;

import org.jspecify.annotations.NullMarked;
