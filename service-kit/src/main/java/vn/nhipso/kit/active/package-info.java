/** Work of a service that one instance at a time does for a database, whatever the number of replicas. */
@NullMarked
package vn.nhipso.kit.active;

import org.jspecify.annotations.NullMarked;
