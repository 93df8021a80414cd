/** SQL that lives in resources beside its class. */
@NullMarked
package vn.nhipso.reporting.sql;

import org.jspecify.annotations.NullMarked;
