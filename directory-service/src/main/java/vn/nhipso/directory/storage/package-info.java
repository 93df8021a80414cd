/** Set-based SQL over JDBC, for what is not edited one at a time. */
@NullMarked
package vn.nhipso.directory.storage;

import org.jspecify.annotations.NullMarked;
