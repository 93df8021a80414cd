package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.nhipso.kit.event.EventJson;

/** What differs between two definitions, and whether other figures would be measured under the second. */
final class Meaning {

    private static final Set<String> MEASURED = Set.of(
            "kind",
            "nature",
            "unitOfMeasure",
            "direction",
            "reportedBy",
            "calendar",
            "weight",
            "denominatorIndicator",
            "above100");

    /** Texts that say what is measured: another meaning, unless it is said that only the words changed. */
    private static final Set<String> WORDED = Set.of("definition", "numeratorLabel", "denominatorLabel");

    private Meaning() {}

    /** The names of the fields that differ, in their order. */
    static List<String> changes(DefineIndicator before, DefineIndicator after) {
        JsonNode then = EventJson.mapper().valueToTree(before);
        JsonNode now = EventJson.mapper().valueToTree(after);
        Set<String> names = new TreeSet<>();
        then.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !then.path(name).equals(now.path(name)))
                .toList();
    }

    static boolean isMeasuredOtherwise(List<String> changes) {
        return changes.stream().anyMatch(MEASURED::contains);
    }

    static boolean isWordedOtherwise(List<String> changes) {
        return changes.stream().anyMatch(WORDED::contains);
    }
}
