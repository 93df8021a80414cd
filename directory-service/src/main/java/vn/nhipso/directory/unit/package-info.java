/** Administrative units as versions in time: their words, their tree on any day, finding them by name. */
@NullMarked
package vn.nhipso.directory.unit;

import org.jspecify.annotations.NullMarked;
