/** Tests of who sees what is not published. */
@NullMarked
package vn.nhipso.indicator.insight;

import org.jspecify.annotations.NullMarked;
