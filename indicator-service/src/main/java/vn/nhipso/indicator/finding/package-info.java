/** What is odd about accepted measurements, kept until a correction resolves it. */
@NullMarked
package vn.nhipso.indicator.finding;

import org.jspecify.annotations.NullMarked;
