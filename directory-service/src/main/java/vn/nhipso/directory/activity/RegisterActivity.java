package vn.nhipso.directory.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the three kinds of activity have in common as they are read; each kind has its own shape on the wire. */
record RegisterActivity(
        ActivityKind kind,
        @Nullable String unit,
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,
        @Nullable Integer classes,
        @Nullable Integer participants,
        @Nullable List<@Nullable String> appliedBy) {}
