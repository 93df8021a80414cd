/** The packaged services together, over HTTP only: the demo figures, hostile callers, and processes that are killed. */
@NullMarked
package vn.nhipso.local.journey;

import org.jspecify.annotations.NullMarked;
