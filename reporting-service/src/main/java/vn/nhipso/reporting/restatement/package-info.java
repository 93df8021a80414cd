/** Carries what was measured on the units of one day to the units of another, along lineage. */
@NullMarked
package vn.nhipso.reporting.restatement;

import org.jspecify.annotations.NullMarked;
