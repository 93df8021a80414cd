package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.evidence.Citations;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.Text;

/** The files that rows cite. Where no row cites any, nothing is asked or written. */
@ApplicationScoped
class RowEvidence {

    private final Citations citations;

    RowEvidence(Citations citations) {
        this.citations = citations;
    }

    /** Refuses rows that cite what the author has not sent and the unit does not cite already for the period. */
    void refuseUnknown(Collection<Row> rows, Author author) {
        List<Row> citing = citing(rows);
        if (citing.isEmpty()) {
            return;
        }
        Set<UUID> files = new HashSet<>();
        citing.forEach(row -> files.addAll(row.item().evidence()));
        Citations.Citable citable = citations.citable(files, author.name());
        for (Row row : citing) {
            String unit = Objects.requireNonNull(row.item().unit());
            Key key = row.key();
            String period = key == null ? Objects.requireNonNull(row.item().period()) : key.period();
            row.item().evidence().stream()
                    .filter(file -> !citable.by(unit, period, file))
                    .findFirst()
                    .ifPresent(unknown -> row.reject(
                            IndicatorProblem.EVIDENCE_UNKNOWN,
                            "evidence",
                            Text.of(
                                    "Không có tệp minh chứng %s do bạn gửi hoặc đơn vị này đã dẫn.",
                                    "There is no evidence %s that you sent or this unit cites.", unknown)));
        }
    }

    /** Finds out which rows cite what no revision of their measurement has cited yet: those say something new. */
    void compare(Connection tx, List<Row> rows, Map<Key, Standing> standing) throws SQLException {
        List<Row> citing = citing(rows);
        if (citing.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> cited = citations.citedBy(
                tx, standing.values().stream().map(Standing::id).toList());
        for (Row row : citing) {
            Standing before = standing.get(row.key());
            Set<UUID> known = before == null ? Set.of() : cited.getOrDefault(before.id(), Set.of());
            row.bringsEvidence(!known.containsAll(row.item().evidence()));
        }
    }

    /** Keeps what the rows cite with the revisions that came of them; what a repetition cites, with that of the row it repeats. */
    void cite(Connection tx, List<Row> rows, List<Change> changes) throws SQLException {
        List<Citations.Citation> all = citations(rows, changes);
        if (!all.isEmpty()) {
            citations.cite(tx, all);
        }
    }

    /** What is to be kept of what the rows cite. */
    static List<Citations.Citation> citations(List<Row> rows, List<Change> changes) {
        List<Row> citing = citing(rows);
        if (citing.isEmpty()) {
            return List.of();
        }
        Map<Key, Change> byKey = new HashMap<>();
        changes.forEach(change -> byKey.put(change.key(), change));
        List<Citations.Citation> all = new ArrayList<>();
        for (Row row : citing) {
            Change change = row.outcome() == Outcome.REJECTED ? null : byKey.get(row.key());
            if (change != null) {
                row.item()
                        .evidence()
                        .forEach(file -> all.add(new Citations.Citation(change.id(), change.revision(), file)));
            }
        }
        return all;
    }

    private static List<Row> citing(Collection<Row> rows) {
        return rows.stream()
                .filter(row -> row.isResolved() && !row.item().evidence().isEmpty())
                .toList();
    }
}
