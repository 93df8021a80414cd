/** The change feed: every published revision in the order of its position, without gaps or repetitions. */
@NullMarked
package vn.nhipso.indicator.feed;

import org.jspecify.annotations.NullMarked;
