/** What measurements add up to, built from events: rollups and what is made of them. */
@NullMarked
package vn.nhipso.reporting;

import org.jspecify.annotations.NullMarked;
