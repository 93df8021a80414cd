/** Teams of the directory and the figures that count them. */
@NullMarked
package vn.nhipso.reporting.registry;

import org.jspecify.annotations.NullMarked;
