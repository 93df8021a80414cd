/** Tests of forms to fill in. */
@NullMarked
package vn.nhipso.indicator.measurement.template;

import org.jspecify.annotations.NullMarked;
