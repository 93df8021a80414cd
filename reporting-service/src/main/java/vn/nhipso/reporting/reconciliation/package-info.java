/** What units say of themselves held against what is added up below them. */
@NullMarked
package vn.nhipso.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
