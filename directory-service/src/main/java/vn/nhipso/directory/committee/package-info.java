/** Steering committees (ban chỉ đạo chuyển đổi số) and who sits in them. */
@NullMarked
package vn.nhipso.directory.committee;

import org.jspecify.annotations.NullMarked;
