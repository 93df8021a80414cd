/** All rollups made anew beside the served ones, held against them and put in their place (docs/adr/0007). */
@NullMarked
package vn.nhipso.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
