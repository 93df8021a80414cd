/** What files of definitions and of targets have in common: reading them, and naming what is wrong with them. */
@NullMarked
package vn.nhipso.indicator.imports;

import org.jspecify.annotations.NullMarked;
