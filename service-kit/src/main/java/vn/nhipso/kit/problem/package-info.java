/** What goes wrong, said in one form: RFC 9457 problem bodies with stable codes (DESIGN 7, "errors"). */
@NullMarked
package vn.nhipso.kit.problem;

import org.jspecify.annotations.NullMarked;
