/** Hamlets (thôn, ấp, khóm, tổ dân phố) by file: nobody keeps a national list of them, so their codes are ours. */
@NullMarked
package vn.nhipso.directory.hamlet;

import org.jspecify.annotations.NullMarked;
