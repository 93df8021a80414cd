/** Notices of published values that changed, with everything that they moved. */
@NullMarked
package vn.nhipso.reporting.correction;

import org.jspecify.annotations.NullMarked;
