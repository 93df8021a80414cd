package vn.nhipso.indicator.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;

@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, String> {

    /** One writer of a code at a time, also while there is no row to lock. Held to the end of the transaction. */
    void lock(String code) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7303, hashtext(:code))) AS locked")
                .setParameter("code", code)
                .getSingleResult();
    }

    /** In the order of their codes. */
    List<Indicator> list(
            @Nullable Pillar pillar,
            @Nullable Kind kind,
            @Nullable String words,
            @Nullable String afterCode,
            int size) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        add(conditions, parameters, "pillar = :pillar", "pillar", pillar);
        add(conditions, parameters, "kind = :kind", "kind", kind);
        add(conditions, parameters, "code > :after", "after", afterCode);
        add(
                conditions,
                parameters,
                "search like :words escape '\\'",
                "words",
                words == null ? null : SearchText.containing(words));
        return find(String.join(" and ", conditions), Sort.by("code"), parameters)
                .page(Page.ofSize(size))
                .list();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    /** Keeps the state for ever. */
    void log(Indicator indicator, String author) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO indicator_revision (code, revision, version, body, author, recorded_at)
                        VALUES (:code, :revision, :version, CAST(:body AS jsonb), :author, :recordedAt)
                        """)
                .setParameter("code", indicator.code)
                .setParameter("revision", indicator.revision)
                .setParameter("version", indicator.version)
                .setParameter(
                        "body", EventJson.write(IndicatorView.of(indicator).body()))
                .setParameter("author", author)
                .setParameter("recordedAt", indicator.recordedAt)
                .executeUpdate();
    }
}
