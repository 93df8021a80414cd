/** Tests of the indicator service, and the small province they speak of. */
@NullMarked
package vn.nhipso.indicator;

import org.jspecify.annotations.NullMarked;
