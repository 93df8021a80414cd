/** Which unit went into which, and where that leads over several reorganisations. */
@NullMarked
package vn.nhipso.directory.lineage;

import org.jspecify.annotations.NullMarked;
