/** What measurements add up to: the definition in SQL, keeping it up to date and answering it. */
@NullMarked
package vn.nhipso.reporting.rollup;

import org.jspecify.annotations.NullMarked;
