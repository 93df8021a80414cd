/** Files that stand behind figures, kept in pieces, read by those who may see the unit's returns. */
@NullMarked
package vn.nhipso.indicator.evidence;

import org.jspecify.annotations.NullMarked;
