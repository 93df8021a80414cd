/** Events of the other services applied, a batch a transaction. */
@NullMarked
package vn.nhipso.reporting.intake;

import org.jspecify.annotations.NullMarked;
