/** Whole lists as files: reading them with every bad row named, and filing what they say. */
@NullMarked
package vn.nhipso.directory.catalogue;

import org.jspecify.annotations.NullMarked;
