package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;

/** Reads targets. Those that count for one unit are few: a page is cut from their list. */
@ApplicationScoped
class TargetQuery {

    private static final Comparator<TargetView> ORDER = Comparator.comparing(TargetView::indicator)
            .thenComparing(TargetView::period)
            .thenComparing(TargetView::unit);

    private final TargetRepository targets;
    private final Inheritance inheritance;
    private final TargetScreening screening;

    TargetQuery(TargetRepository targets, Inheritance inheritance, TargetScreening screening) {
        this.targets = targets;
        this.inheritance = inheritance;
        this.screening = screening;
    }

    /** Also one that no longer counts. */
    Optional<TargetLife> find(UUID id) {
        return targets.findByIdOptional(id)
                .map(target -> new TargetLife(
                        TargetView.of(target, null),
                        targets.chain(target).stream()
                                .map(entry -> TargetView.of(entry, null))
                                .toList()));
    }

    /** Fails where the target is of a unit outside the subtree of the caller's. */
    void requireRights(UUID id, String callersUnit) {
        Target target = targets.findByIdOptional(id).orElseThrow(() -> TargetService.notFound(id));
        screening.requireRights(target.aim(), callersUnit);
    }

    /** @param after indicator, period and unit of the last item seen; empty to begin */
    List<TargetView> list(
            @Nullable String indicator, @Nullable String unit, @Nullable Period period, List<String> after, int size) {
        String span = period == null ? null : period.toString();
        if (unit == null) {
            return targets.page(indicator, span, after, size).stream()
                    .map(target -> TargetView.of(target, null))
                    .toList();
        }
        return inheritance.of(unit, indicator, span).stream()
                .map(target -> TargetView.of(target, unit, null))
                .sorted(ORDER)
                .filter(view -> isBehind(view, after))
                .limit(size)
                .toList();
    }

    private static boolean isBehind(TargetView view, List<String> after) {
        String key = view.indicator() + "\u0000" + view.period() + "\u0000" + view.unit();
        return after.isEmpty() || key.compareTo(String.join("\u0000", after)) > 0;
    }
}
