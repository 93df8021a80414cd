/** The rules that reject a measurement and those that record a finding, each a small class. */
@NullMarked
package vn.nhipso.indicator.check;

import org.jspecify.annotations.NullMarked;
