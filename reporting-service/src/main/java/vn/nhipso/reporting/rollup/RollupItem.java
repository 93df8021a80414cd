package vn.nhipso.reporting.rollup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.hierarchy.UnitAt;

/**
 * A rollup with everything that it is shown with.
 *
 * @param closes the day on whose hierarchy it is read
 * @param words what sources say in words, by scope
 * @param restating where it is read on the hierarchy of another day than that on which the period closes
 * @param derived by scope, what the parts of the period come to beside what was reported for it
 */
public record RollupItem(
        Definition definition,
        Period period,
        LocalDate closes,
        UnitAt unit,
        RollupRow row,
        List<String> missing,
        @Nullable Distribution distribution,
        Map<Scope, SourceWords> words,
        @Nullable Restating restating,
        Map<Scope, RollupRow.Stated> derived) {

    /** A rollup of which nothing was reported beside its parts. */
    RollupItem(
            Definition definition,
            Period period,
            LocalDate closes,
            UnitAt unit,
            RollupRow row,
            List<String> missing,
            @Nullable Distribution distribution,
            Map<Scope, SourceWords> words,
            @Nullable Restating restating) {
        this(definition, period, closes, unit, row, missing, distribution, words, restating, Map.of());
    }

    /** A rollup as it was. */
    RollupItem(
            Definition definition,
            Period period,
            LocalDate closes,
            UnitAt unit,
            RollupRow row,
            List<String> missing,
            @Nullable Distribution distribution,
            Map<Scope, SourceWords> words) {
        this(definition, period, closes, unit, row, missing, distribution, words, null);
    }

    /** The same, with what the parts of its period come to. */
    RollupItem with(Map<Scope, RollupRow.Stated> derived) {
        return new RollupItem(definition, period, closes, unit, row, missing, distribution, words, restating, derived);
    }

    /** What the parts of the period come to, where the figure of the scope was reported for all of it and says something else. */
    RollupRow.@Nullable Stated differing(Scope scope) {
        RollupRow.Stated parts = derived.get(scope);
        if (parts == null && scope == Scope.WHOLE && row.level() == definition.lowest()) {
            parts = derived.get(Scope.OWN);
        }
        boolean differs = parts != null
                && reported(scope).reported()
                && figure(parts, scope).differsFrom(stated(scope));
        return differs ? parts : null;
    }

    private RollupRow.Stated reported(Scope scope) {
        return switch (scope) {
            case OWN -> row.own();
            case CHILDREN -> row.children().stated();
            case WHOLE -> row.whole().stated();
        };
    }

    /** Whether a figure of that scope can be the yes or no of one. */
    private boolean answers(Scope scope) {
        return scope == Scope.OWN || (scope == Scope.WHOLE && row.level() == definition.lowest());
    }

    /** The chosen figure of a scope. */
    public Figure chosen(Scope scope) {
        return switch (scope) {
            case OWN -> stated(scope);
            case CHILDREN -> chosen(row.children(), scope);
            case WHOLE -> chosen(row.whole(), scope);
        };
    }

    /** Where the chosen figure of a scope comes from. */
    public Basis basis(Scope scope) {
        return switch (scope) {
            case OWN -> own();
            case CHILDREN -> row.children().basis();
            case WHOLE -> row.whole().basis();
        };
    }

    private Basis own() {
        if (restating != null && restating.own() != null) {
            return restating.own();
        }
        if (!row.own().given()) {
            return Basis.NONE;
        }
        return row.own().there() == null ? Basis.STATED : Basis.PARTIAL;
    }

    Figure stated(Scope scope) {
        return figure(reported(scope), scope);
    }

    /** A figure of that scope as people read it. */
    Figure figure(RollupRow.Stated stated, Scope scope) {
        return Figure.stated(definition, stated, answers(scope));
    }

    Figure computed(RollupRow.Part part) {
        return definition.kind() == Definition.Kind.SHARE
                ? Figure.estimated(definition, part.estimate())
                : Figure.computed(definition, part.computed());
    }

    private Figure chosen(RollupRow.Part part, Scope scope) {
        return switch (part.basis()) {
            case COMPUTED, PARTIAL, ESTIMATED -> computed(part);
            case STATED -> stated(scope);
            case NONE -> Figure.NONE;
        };
    }
}
