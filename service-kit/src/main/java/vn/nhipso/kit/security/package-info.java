/** Who is calling and what they may do (DESIGN 9). */
@NullMarked
package vn.nhipso.kit.security;

import org.jspecify.annotations.NullMarked;
