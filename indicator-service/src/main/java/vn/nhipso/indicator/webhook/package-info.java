/** Webhooks: the change feed and what becomes of returns, brought to those who asked for it, signed after the Standard Webhooks specification. */
@NullMarked
package vn.nhipso.indicator.webhook;

import org.jspecify.annotations.NullMarked;
