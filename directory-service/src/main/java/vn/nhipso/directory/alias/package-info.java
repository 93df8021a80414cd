/** Codes that some publications use for a unit beside its own. */
@NullMarked
package vn.nhipso.directory.alias;

import org.jspecify.annotations.NullMarked;
