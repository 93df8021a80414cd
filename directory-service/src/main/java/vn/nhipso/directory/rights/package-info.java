/** Who may do what where: rights end at a unit's subtree. */
@NullMarked
package vn.nhipso.directory.rights;

import org.jspecify.annotations.NullMarked;
