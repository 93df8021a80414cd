/** Measurements of a running stack, printed beside what the design demands. */
@NullMarked
package vn.nhipso.local.bench;

import org.jspecify.annotations.NullMarked;
