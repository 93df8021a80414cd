package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;

/** Reads targets. There are few of them: a page is cut from the list. */
@ApplicationScoped
class TargetQuery {

    private static final Comparator<TargetView> ORDER = Comparator.comparing(TargetView::indicator)
            .thenComparing(TargetView::period)
            .thenComparing(TargetView::unit);

    private final TargetRepository targets;
    private final Inheritance inheritance;

    TargetQuery(TargetRepository targets, Inheritance inheritance) {
        this.targets = targets;
        this.inheritance = inheritance;
    }

    Optional<TargetView> find(UUID id) {
        return targets.findByIdOptional(id).map(target -> TargetView.of(target, null));
    }

    /** @param after indicator, period and unit of the last item seen; empty to begin */
    List<TargetView> list(
            @Nullable String indicator, @Nullable String unit, @Nullable Period period, List<String> after, int size) {
        String span = period == null ? null : period.toString();
        List<TargetView> all = unit == null
                ? targets.list(indicator, span, null).stream()
                        .map(target -> TargetView.of(target, null))
                        .toList()
                : inheritance.of(unit, indicator, span).stream()
                        .map(target -> TargetView.of(target, unit, null))
                        .toList();
        return all.stream()
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
