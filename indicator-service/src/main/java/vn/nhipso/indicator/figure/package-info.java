/** What a measurement says, as values: numbers with their scale, qualifiers, the source's own words. */
@NullMarked
package vn.nhipso.indicator.figure;

import org.jspecify.annotations.NullMarked;
