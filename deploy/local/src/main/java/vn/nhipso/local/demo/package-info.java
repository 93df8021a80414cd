/** The demo data, loaded through the public APIs like anybody's data. */
@NullMarked
package vn.nhipso.local.demo;

import org.jspecify.annotations.NullMarked;
