/** Writes, corrects and withdraws figures while processes are killed and paused, and holds everything that is answered then against what was acknowledged. */
@NullMarked
package vn.nhipso.local.chaos;

import org.jspecify.annotations.NullMarked;
