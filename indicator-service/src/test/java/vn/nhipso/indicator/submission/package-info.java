/** Tests of returns. */
@NullMarked
package vn.nhipso.indicator.submission;

import org.jspecify.annotations.NullMarked;
