package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.kit.period.Period;

/** Looks again at everything that a number of writes touches, in one transaction with the place up to which it has looked. */
@ApplicationScoped
class FollowerStep {

    private final FollowerStore store;
    private final Definitions definitions;
    private final Comparisons comparisons;
    private final FaultStore faults;

    FollowerStep(FollowerStore store, Definitions definitions, Comparisons comparisons, FaultStore faults) {
        this.store = store;
        this.definitions = definitions;
        this.comparisons = comparisons;
        this.faults = faults;
    }

    /**
     * How far it came.
     *
     * @param rows that were looked at, 0 when there was nothing to do
     */
    record Progress(long position, int rows) {}

    /** @param settled up to where the log is complete */
    Progress run(Connection tx, long settled, int rows) throws SQLException {
        long from = store.position(tx);
        List<FollowerStore.Change> logged = from < settled ? store.changed(tx, from, settled, rows) : List.of();
        // One at a time is one of both lists: it is what an error is then of.
        List<FollowerStore.Change> requested = rows == 1 && !logged.isEmpty() ? List.of() : store.requested(tx, rows);
        // Fewer than asked for came: everything up to the settled position has been seen, gaps included.
        long to = logged.size() < rows
                ? Math.max(from, settled)
                : logged.getLast().place();
        List<FollowerStore.Change> all = new ArrayList<>(logged);
        all.addAll(requested);
        if (!all.isEmpty()) {
            comparisons.changed(tx, subjects(all));
            faults.end(tx, all);
        }
        if (to != from) {
            store.move(tx, to);
        }
        return new Progress(to, all.size());
    }

    /** Leaves the next one as it is, and says so. */
    void passOver(Connection tx, long settled, String cause) throws SQLException {
        List<FollowerStore.Change> next = store.changed(tx, store.position(tx), settled, 1);
        if (next.isEmpty()) {
            next = store.requested(tx, 1);
        } else {
            store.move(tx, next.getFirst().place());
        }
        for (FollowerStore.Change change : next) {
            faults.add(tx, change, cause);
        }
    }

    private Set<Subject> subjects(List<FollowerStore.Change> changes) {
        Map<String, DefinitionVersions> known = definitions.versions(
                changes.stream().map(FollowerStore.Change::indicator).collect(Collectors.toSet()));
        Set<Subject> subjects = new LinkedHashSet<>();
        for (FollowerStore.Change change : changes) {
            DefinitionVersions versions = known.get(change.indicator());
            if (versions != null) {
                subjects.add(new Subject(
                        change.unit(), Period.parse(change.period()), change.indicator(), change.scope(), versions));
            }
        }
        return subjects;
    }
}
