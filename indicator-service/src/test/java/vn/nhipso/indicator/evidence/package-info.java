/** Tests of evidence. */
@NullMarked
package vn.nhipso.indicator.evidence;

import org.jspecify.annotations.NullMarked;
