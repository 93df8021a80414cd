/** Community digital-technology teams (tổ công nghệ số cộng đồng) and their members. */
@NullMarked
package vn.nhipso.directory.team;

import org.jspecify.annotations.NullMarked;
