/** What was known at an earlier moment, read by the statements that read the present (docs/adr/0004). */
@NullMarked
package vn.nhipso.reporting.known;

import org.jspecify.annotations.NullMarked;
