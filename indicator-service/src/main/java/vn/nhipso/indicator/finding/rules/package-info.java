/** What the rules are, for those who send figures: method, settings and examples. */
@NullMarked
package vn.nhipso.indicator.finding.rules;

import org.jspecify.annotations.NullMarked;
