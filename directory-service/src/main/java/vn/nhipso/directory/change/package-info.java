/** Changes of the hierarchy by legal acts: checked as a whole, applied in one transaction or not at all. */
@NullMarked
package vn.nhipso.directory.change;

import org.jspecify.annotations.NullMarked;
