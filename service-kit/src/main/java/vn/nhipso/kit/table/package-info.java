/** Tables that people send as files, CSV or XLSX: read row by row in bounded memory, with everything that is wrong named by its line (ADR 0003). */
@NullMarked
package vn.nhipso.kit.table;

import org.jspecify.annotations.NullMarked;
