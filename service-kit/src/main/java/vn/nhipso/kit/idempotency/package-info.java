/** One effect for one Idempotency-Key, however often the request is sent (DESIGN 7, "idempotency"). */
@NullMarked
package vn.nhipso.kit.idempotency;

import org.jspecify.annotations.NullMarked;
