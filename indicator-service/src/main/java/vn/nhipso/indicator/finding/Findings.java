package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipso.indicator.check.Figure;
import vn.nhipso.indicator.check.Oddities;
import vn.nhipso.indicator.check.Oddity;

/** Keeps the findings in step with the measurements, in the transaction that writes them. */
@ApplicationScoped
public class Findings {

    private final FindingStore store;

    Findings(FindingStore store) {
        this.store = store;
    }

    /**
     * Looks again at the figures of units and periods.
     *
     * @param suspicious where something may be odd now
     * @param corrected where something was altered: looked at only if a finding is open there
     * @param alone what is odd about single measurements, found already
     * @return all that is odd there now
     */
    public List<Recorded> review(
            Connection tx, Set<Place> suspicious, Collection<Place> corrected, Collection<Recorded> alone)
            throws SQLException {
        Set<Place> places = places(tx, suspicious, corrected);
        List<Recorded> odd = new ArrayList<>();
        if (!places.isEmpty()) {
            store.figures(tx, places).forEach((place, figures) -> among(place, figures, odd));
            store.resolveOthers(tx, places, odd);
        }
        odd.addAll(alone);
        store.record(tx, odd);
        return odd;
    }

    /** Where {@link #review} holds figures against each other. */
    public Set<Place> places(Connection tx, Set<Place> suspicious, Collection<Place> corrected) throws SQLException {
        Set<Place> places = new HashSet<>(suspicious);
        if (!corrected.isEmpty()) {
            places.addAll(store.unresolved(tx, corrected));
        }
        return places;
    }

    /**
     * Records what is odd, and resolves of what was looked at the rest.
     *
     * @param checked everything that was looked at, and for what
     */
    public void settle(Connection tx, Set<Checked> checked, Collection<Recorded> odd) throws SQLException {
        Set<Checked> rest = new HashSet<>(checked);
        odd.forEach(found -> rest.remove(found.checked()));
        store.resolve(tx, rest);
        store.record(tx, odd);
    }

    private static void among(Place place, List<Figure> figures, List<Recorded> odd) {
        for (Map.Entry<Figure, List<Oddity>> found : Oddities.among(figures).entrySet()) {
            Figure figure = found.getKey();
            for (Oddity oddity : found.getValue()) {
                odd.add(new Recorded(place.unit(), place.period(), figure.indicator(), figure.scope(), oddity));
            }
        }
    }
}
