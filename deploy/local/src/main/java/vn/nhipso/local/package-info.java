/** The commands of {@code deploy/local}: thin, each hands over to the feature it is named after. */
@NullMarked
package vn.nhipso.local;

import org.jspecify.annotations.NullMarked;
