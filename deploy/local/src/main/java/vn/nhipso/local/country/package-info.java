/** Countries as lists of units: made up at the size of the real one, or read from files, so that answers can be held against them. */
@NullMarked
package vn.nhipso.local.country;

import org.jspecify.annotations.NullMarked;
