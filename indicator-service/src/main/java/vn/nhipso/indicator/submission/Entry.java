package vn.nhipso.indicator.submission;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a return.
 *
 * @param row the return after it
 */
record Entry(ReturnRow row, What what, String by, @Nullable String remark) {}
