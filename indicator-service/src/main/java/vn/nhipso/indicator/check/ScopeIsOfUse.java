package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;

/** OWN is for the levels with a part of their own; CHILDREN and WHOLE are for those above the lowest (a WHOLE of the lowest is its OWN). */
final class ScopeIsOfUse implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        UnitVersion unit = candidate.unit();
        Definition definition = candidate.definition();
        if (unit == null || definition.lowestLevel().isAbove(unit.level())) {
            return null;
        }
        boolean ofUse =
                switch (candidate.scope()) {
                    case OWN -> definition.reportedBy().contains(unit.level());
                    case CHILDREN, WHOLE -> !candidate.isAtLowestLevel();
                };
        return ofUse ? null : rejection(candidate.scope(), definition, unit);
    }

    private static Rejection rejection(Scope scope, Definition definition, UnitVersion unit) {
        return new Rejection(
                IndicatorProblem.SCOPE_NOT_ALLOWED,
                "scope",
                Text.of(
                        "%s: đơn vị cấp %s không có phần %s; các cấp có phần riêng: %s.",
                        "%s: a %s has no %s part; levels with a part of their own: %s.",
                        definition.code(),
                        unit.level(),
                        scope,
                        definition.reportedBy()));
    }
}
