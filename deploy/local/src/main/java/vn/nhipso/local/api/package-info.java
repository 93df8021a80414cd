/** The public APIs of the services, called as any other client calls them. */
@NullMarked
package vn.nhipso.local.api;

import org.jspecify.annotations.NullMarked;
