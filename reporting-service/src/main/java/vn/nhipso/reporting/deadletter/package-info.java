/** Events that could not be applied: listed, inspected, redelivered. */
@NullMarked
package vn.nhipso.reporting.deadletter;

import org.jspecify.annotations.NullMarked;
