/** The copy of the directory's units over time, moved from marker to marker. */
@NullMarked
package vn.nhipso.reporting.hierarchy;

import org.jspecify.annotations.NullMarked;
