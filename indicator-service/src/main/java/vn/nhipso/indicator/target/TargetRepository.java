package vn.nhipso.indicator.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    /** One writer of a key at a time, also while there is no row to lock. Held to the end of the transaction. */
    void lock(String key) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7304, hashtext(:key))) AS locked")
                .setParameter("key", key)
                .getSingleResult();
    }

    /** The target that counts for exactly this indicator, unit and period. */
    @Nullable Target current(String indicator, String unit, String period) {
        return find("indicator = ?1 and unit = ?2 and period = ?3 and supersededBy is null", indicator, unit, period)
                .firstResult();
    }

    /** Marks the old one first: two current targets of a key are refused by the database. */
    void supersede(Target old, Target by) {
        old.supersededBy = by.id;
        flush();
        persist(by);
    }

    /** Targets that count, in the order of indicator, period and unit. */
    List<Target> list(@Nullable String indicator, @Nullable String period, @Nullable Collection<String> units) {
        List<String> conditions = new ArrayList<>(List.of("supersededBy is null"));
        Map<String, Object> parameters = new HashMap<>();
        if (indicator != null) {
            conditions.add("indicator = :indicator");
            parameters.put("indicator", indicator);
        }
        if (period != null) {
            conditions.add("period = :period");
            parameters.put("period", period);
        }
        if (units != null) {
            conditions.add("unit in :units");
            parameters.put("units", units);
        }
        return list(String.join(" and ", conditions), Sort.by("indicator", "period", "unit"), parameters);
    }
}
