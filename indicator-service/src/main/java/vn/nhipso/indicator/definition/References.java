package vn.nhipso.indicator.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/**
 * What one definition says of others: the COUNTs whose figures it cites, and its successor.
 *
 * @param after the whole catalogue as it is to stand
 */
record References(Map<String, CatalogueNode> after) {

    List<Violation> check(CatalogueNode node) {
        List<Violation> violations = new ArrayList<>();
        cited(node, "weight", node.weight(), violations);
        cited(node, "denominatorIndicator", node.denominatorIndicator(), violations);
        if (node.denominatorIndicator() != null && node.kind() != Kind.RATIO) {
            violations.add(new Violation(
                    KitProblem.INVALID_FIELD,
                    "denominatorIndicator",
                    new Text("Chỉ RATIO có mẫu số được dẫn.", "Only a RATIO cites a denominator.")));
        }
        succeeded(node, violations);
        cites(node, violations);
        return violations;
    }

    private void cited(CatalogueNode node, String field, @Nullable String code, List<Violation> violations) {
        if (code == null) {
            return;
        }
        CatalogueNode weight = after.get(code);
        if (weight == null) {
            violations.add(new Violation(
                    IndicatorProblem.REFERENCE_UNKNOWN,
                    field,
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code)));
        } else if (!fits(weight, node)) {
            violations.add(new Violation(
                    IndicatorProblem.REFERENCE_NOT_FITTING,
                    field,
                    Text.of(
                            "%1$s là %2$s, báo cáo từ %3$s; cần một COUNT có số liệu ở mọi cấp từ %4$s trở lên.",
                            "%1$s is a %2$s reported from %3$s upwards; it takes a COUNT with figures from %4$s upwards.",
                            code,
                            weight.kind(),
                            weight.lowest(),
                            node.lowest())));
        }
    }

    /** A COUNT has figures at its lowest level and, stated or summed, at all above. */
    private static boolean fits(CatalogueNode weight, CatalogueNode citing) {
        return weight.kind() == Kind.COUNT && !weight.lowest().isAbove(citing.lowest());
    }

    /** Whoever is cited stays what it is cited as. */
    private void cites(CatalogueNode node, List<Violation> violations) {
        after.values().stream()
                .filter(other ->
                        node.code().equals(other.weight()) || node.code().equals(other.denominatorIndicator()))
                .filter(other -> !fits(node, other))
                .findFirst()
                .ifPresent(other -> violations.add(new Violation(
                        IndicatorProblem.REFERENCE_NOT_FITTING,
                        node.kind() == Kind.COUNT ? "reportedBy" : "kind",
                        Text.of(
                                "Chỉ tiêu %s dẫn số liệu này như một COUNT từ cấp %s.",
                                "Indicator %s cites this as a COUNT from %s upwards.", other.code(), other.lowest()))));
    }

    private void succeeded(CatalogueNode node, List<Violation> violations) {
        String successor = node.replacedBy();
        if (successor != null && !after.containsKey(successor)) {
            violations.add(new Violation(
                    IndicatorProblem.REPLACEMENT_UNKNOWN,
                    "replacedBy",
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", successor)));
        }
        Set<String> seen = new HashSet<>();
        CatalogueNode at = node;
        while (at != null && seen.add(at.code())) {
            String next = at.replacedBy();
            at = next == null ? null : after.get(next);
        }
        if (at != null) {
            violations.add(new Violation(
                    IndicatorProblem.REPLACEMENT_CIRCULAR,
                    "replacedBy",
                    Text.of(
                            "%s lại được thay bằng chính nó (%s).",
                            "%s would come to be replaced by itself (%s).",
                            at.code(),
                            String.join(" → ", seen.stream().sorted().toList()))));
        }
    }
}
