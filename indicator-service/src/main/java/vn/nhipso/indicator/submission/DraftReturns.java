package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.measurement.ingest.WaitingReturns;

/** The returns that values wait in, for those who write such values. */
@ApplicationScoped
class DraftReturns implements WaitingReturns {

    private final ReturnStore store;
    private final DutyReader duties;

    DraftReturns(ReturnStore store, DutyReader duties) {
        this.store = store;
        this.duties = duties;
    }

    @Override
    public Held hold(Connection tx, Collection<Place> places) throws SQLException {
        Map<Place, ReturnRow> rows =
                store.lock(tx, places).stream().collect(Collectors.toMap(ReturnRow::place, Function.identity()));
        Set<Place> closed = rows.values().stream()
                .filter(row -> row.status() == ReturnStatus.SUBMITTED)
                .map(ReturnRow::place)
                .collect(Collectors.toSet());
        return new Held() {
            @Override
            public Set<Place> closed() {
                return closed;
            }

            @Override
            public boolean keep(Collection<Place> written, String author) throws SQLException {
                return DraftReturns.this.keep(tx, rows, written, author);
            }
        };
    }

    private boolean keep(Connection tx, Map<Place, ReturnRow> rows, Collection<Place> written, String author)
            throws SQLException {
        List<Place> missing =
                written.stream().filter(place -> !rows.containsKey(place)).toList();
        List<Entry> entries = new ArrayList<>();
        if (!missing.isEmpty()) {
            List<ReturnRow> made = store.create(tx, missing);
            if (made.size() < missing.size()) {
                return false;
            }
            made.forEach(row -> entries.add(new Entry(row, What.CREATED, author, null)));
        }
        List<ReturnRow> again = new ArrayList<>();
        for (Place place : written) {
            ReturnRow row = rows.get(place);
            if (row != null && row.status() != ReturnStatus.DRAFT) {
                What what = row.status() == ReturnStatus.APPROVED ? What.REOPENED : What.RESUMED;
                again.add(row.draft());
                entries.add(new Entry(again.getLast(), what, author, null));
            }
        }
        if (!again.isEmpty()) {
            store.update(tx, again);
        }
        if (!entries.isEmpty()) {
            store.tell(tx, entries, duties.read(tx));
        }
        return true;
    }
}
