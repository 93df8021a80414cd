package vn.nhipso.indicator.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.Text;

/** The rules that accept and record a finding. */
public final class Oddities {

    private Oddities() {}

    /** What is odd about a measurement by itself. */
    public static @Nullable Oddity alone(Candidate candidate) {
        return offFrequency(candidate.definition(), candidate.period());
    }

    /** Whether a period is another than the one in which a report is due. */
    public static @Nullable Oddity offFrequency(Definition definition, Period period) {
        return OffFrequency.oddity(definition, period);
    }

    /** The same sentence twice in one request counts once. */
    public static Oddity saidTwice() {
        return Oddity.of(
                Oddity.Code.DUPLICATE_STATEMENT,
                new Text(
                        "Số liệu được nêu nhiều lần giống nhau; chỉ tính một lần.",
                        "The same was said more than once; it counts once."));
    }

    /** Whether a figure may be odd among its neighbours: cheap, and true too often rather than too seldom. */
    public static boolean needsNeighbours(Candidate candidate) {
        return !candidate.isAtLowestLevel()
                || (candidate.content().hasCounts() && candidate.content().value() != null);
    }

    /** What is odd among the figures of one unit and period; figures without oddities are not in the answer. */
    public static Map<Figure, List<Oddity>> among(Collection<Figure> figures) {
        Map<String, Map<Scope, Figure>> byIndicator = new HashMap<>();
        figures.forEach(figure -> byIndicator
                .computeIfAbsent(figure.indicator(), indicator -> new HashMap<>())
                .put(figure.scope(), figure));
        Map<Figure, List<Oddity>> oddities = new LinkedHashMap<>();
        for (Figure figure : figures) {
            List<Oddity> found = new ArrayList<>();
            add(found, StatedPercent.oddity(figure, figures));
            if (figure.scope() == Scope.WHOLE) {
                Map<Scope, Figure> scopes = byIndicator.getOrDefault(figure.indicator(), Map.of());
                add(found, WholeAndParts.oddity(figure, scopes.get(Scope.OWN), scopes.get(Scope.CHILDREN)));
            }
            if (!found.isEmpty()) {
                oddities.put(figure, found);
            }
        }
        return oddities;
    }

    private static void add(List<Oddity> oddities, @Nullable Oddity oddity) {
        if (oddity != null) {
            oddities.add(oddity);
        }
    }
}
