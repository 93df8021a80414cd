package vn.nhipso.indicator.measurement.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.Text;

/** Rows of one request with the same natural key: equal ones count once, different ones are all rejected. */
final class Repetitions {

    private Repetitions() {}

    static void settle(List<Row> rows) {
        Map<Key, Row> firsts = new HashMap<>();
        Map<Key, List<Row>> conflicts = new HashMap<>();
        for (Row row : rows) {
            Key key = row.key();
            if (key == null) {
                continue;
            }
            Row first = firsts.putIfAbsent(key, row);
            if (first == null) {
                continue;
            }
            row.repeats(first);
            if (first.item().withdrawn() != row.item().withdrawn()
                    || !first.item().content().sameAs(row.item().content())) {
                conflicts.computeIfAbsent(key, anew -> new ArrayList<>(List.of(first)));
            }
            if (conflicts.containsKey(key)) {
                conflicts.get(key).add(row);
            }
        }
        for (Row row : rows) {
            Key key = row.key();
            if (key != null && conflicts.containsKey(key)) {
                row.reject(IndicatorProblem.CONFLICTING_ROWS, "value", detail(key, conflicts.get(key)));
            }
        }
    }

    private static Text detail(Key key, List<Row> rows) {
        List<Integer> places = rows.stream().map(row -> row.item().row()).toList();
        return Text.of("Nhiều dòng nói khác nhau về %s: %s.", "Rows say different things about %s: %s.", key, places);
    }
}
