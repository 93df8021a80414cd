/** Lists of units on their way into a running stack: sent as jobs, followed, and told what they changed and where it shows. */
@NullMarked
package vn.nhipso.local.catalogue;

import org.jspecify.annotations.NullMarked;
