/** What units do: trainings, initiatives and campaigns. */
@NullMarked
package vn.nhipso.directory.activity;

import org.jspecify.annotations.NullMarked;
