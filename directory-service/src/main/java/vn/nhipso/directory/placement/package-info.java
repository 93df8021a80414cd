/** Where teams and committees are when: they go with the population when their commune or hamlet ends. */
@NullMarked
package vn.nhipso.directory.placement;

import org.jspecify.annotations.NullMarked;
