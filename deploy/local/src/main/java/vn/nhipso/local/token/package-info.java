/** The local stack's own issuer: a development key and the tokens of its demo users. */
@NullMarked
package vn.nhipso.local.token;

import org.jspecify.annotations.NullMarked;
