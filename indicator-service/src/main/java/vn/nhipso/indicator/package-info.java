/** The indicator service: what is counted, what is to be reached, and what was reported. */
@NullMarked
package vn.nhipso.indicator;

import org.jspecify.annotations.NullMarked;
