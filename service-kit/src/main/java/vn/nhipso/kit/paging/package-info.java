/** Lists in pages: an opaque cursor bound to its filters (DESIGN 7, "lists"). */
@NullMarked
package vn.nhipso.kit.paging;

import org.jspecify.annotations.NullMarked;
