/** The copy of definitions and targets. */
@NullMarked
package vn.nhipso.reporting.catalogue;

import org.jspecify.annotations.NullMarked;
