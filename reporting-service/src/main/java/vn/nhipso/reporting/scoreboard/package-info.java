/** Everything a portal page needs to say about a unit. */
@NullMarked
package vn.nhipso.reporting.scoreboard;

import org.jspecify.annotations.NullMarked;
