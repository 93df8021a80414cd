package vn.nhipso.reporting.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.rollup.Scope;

/**
 * Which differences a caller wants.
 *
 * @param unit the unit in question, or the one at or below which they are
 * @param below whether those of the units below it are wanted too
 * @param level only those of units of this level
 */
record ReconciliationQuery(
        String unit,
        boolean below,
        @Nullable Level level,
        List<Period> periods,
        List<String> indicators,
        @Nullable Scope scope,
        List<Finding> kinds,
        Sorting sort) {}
