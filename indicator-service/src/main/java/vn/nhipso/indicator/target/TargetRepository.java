package vn.nhipso.indicator.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    private static final String STANDS = "supersededBy is null and withdrawn = false";

    private static final String OF = """
            SELECT * FROM target
            WHERE indicator = ANY (CAST(:indicators AS text[])) AND unit = ANY (CAST(:units AS text[]))
              AND (:all OR (superseded_by IS NULL AND NOT withdrawn))
            """;

    private static final String NEWEST = """
            SELECT t.* FROM target t
            JOIN unnest(CAST(:indicators AS text[]), CAST(:units AS text[]), CAST(:periods AS text[])) AS k (indicator, unit, period)
              ON k.indicator = t.indicator AND k.unit = t.unit AND k.period = t.period
            WHERE t.superseded_by IS NULL
            """;

    /** Targets of these units that count, in the order of indicator, period and unit. */
    List<Target> list(@Nullable String indicator, @Nullable String period, Collection<String> units) {
        Map<String, Object> parameters = new HashMap<>(Map.of("units", units));
        return list(
                conditions(indicator, period, parameters) + " and unit in :units",
                Sort.by("indicator", "period", "unit"),
                parameters);
    }

    /**
     * A page of the targets that count.
     *
     * @param after indicator, period and unit of the last one seen; empty to begin
     */
    List<Target> page(@Nullable String indicator, @Nullable String period, List<String> after, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(indicator, period, parameters);
        if (after.size() == 3) {
            conditions += " and (indicator > :i or (indicator = :i and (period > :p or (period = :p and unit > :u))))";
            parameters.putAll(Map.of("i", after.get(0), "p", after.get(1), "u", after.get(2)));
        }
        return find(conditions, Sort.by("indicator", "period", "unit"), parameters)
                .page(Page.ofSize(size))
                .list();
    }

    private static String conditions(
            @Nullable String indicator, @Nullable String period, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of(STANDS));
        if (indicator != null) {
            conditions.add("indicator = :indicator");
            parameters.put("indicator", indicator);
        }
        if (period != null) {
            conditions.add("period = :period");
            parameters.put("period", period);
        }
        return String.join(" and ", conditions);
    }

    /** @param all whether those that no longer count are wanted too */
    List<Target> of(Collection<String> indicators, Collection<String> units, boolean all) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OF, Target.class)
                .setParameter("indicators", indicators.toArray(String[]::new))
                .setParameter("units", units.toArray(String[]::new))
                .setParameter("all", all)
                .getResultList();
    }

    /** The newest entry of each key, withdrawals included. */
    List<Target> newest(Collection<Aim> aims) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(NEWEST, Target.class)
                .setParameter("indicators", aims.stream().map(Aim::indicator).toArray(String[]::new))
                .setParameter("units", aims.stream().map(Aim::unit).toArray(String[]::new))
                .setParameter(
                        "periods",
                        aims.stream().map(aim -> aim.period().toString()).toArray(String[]::new))
                .getResultList();
    }

    /** Every entry of a key, the oldest first. */
    List<Target> chain(Target target) {
        return list(
                "indicator = ?1 and unit = ?2 and period = ?3",
                Sort.by("revision"),
                target.indicator,
                target.unit,
                target.period);
    }
}
