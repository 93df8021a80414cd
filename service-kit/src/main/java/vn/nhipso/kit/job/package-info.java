/** Work that outlives its request: queued in the service's database, run by any replica, cancelled and watched over HTTP (ADR 0003). */
@NullMarked
package vn.nhipso.kit.job;

import org.jspecify.annotations.NullMarked;
