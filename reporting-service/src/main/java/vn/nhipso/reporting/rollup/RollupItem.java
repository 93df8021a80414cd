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
        @Nullable Restating restating) {

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
        return switch (scope) {
            case OWN -> Figure.stated(definition, row.own(), true);
            case CHILDREN -> Figure.stated(definition, row.children().stated(), false);
            case WHOLE -> Figure.stated(definition, row.whole().stated(), row.level() == definition.lowest());
        };
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
