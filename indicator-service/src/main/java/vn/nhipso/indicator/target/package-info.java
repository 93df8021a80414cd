/** What is to be reached, by when, and which document says so. */
@NullMarked
package vn.nhipso.indicator.target;

import org.jspecify.annotations.NullMarked;
