/** What every HTTP endpoint has in common. */
@NullMarked
package vn.nhipso.kit.web;

import org.jspecify.annotations.NullMarked;
