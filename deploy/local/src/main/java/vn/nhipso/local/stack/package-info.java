/** PostgreSQL, Kafka and the three services as processes of one machine that end with whoever started them. */
@NullMarked
package vn.nhipso.local.stack;

import org.jspecify.annotations.NullMarked;
