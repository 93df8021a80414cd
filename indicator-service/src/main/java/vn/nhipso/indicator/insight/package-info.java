/** Who sees what is not published yet: whoever reports, approves or keeps figures, within the subtree of their unit. */
@NullMarked
package vn.nhipso.indicator.insight;

import org.jspecify.annotations.NullMarked;
