/** Published measurements with all their revisions. */
@NullMarked
package vn.nhipso.reporting.fact;

import org.jspecify.annotations.NullMarked;
