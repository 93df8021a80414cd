/** The directory: administrative units over time, and the teams, committees and activities tied to them. */
@NullMarked
package vn.nhipso.directory;

import org.jspecify.annotations.NullMarked;
