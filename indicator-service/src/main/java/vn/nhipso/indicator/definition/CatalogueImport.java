package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.OnceOnly;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;

/** Takes a catalogue in: all of it or nothing. */
@ApplicationScoped
class CatalogueImport {

    private final Catalogue catalogue;
    private final CatalogueWishes wishes;
    private final OnceOnly once;

    CatalogueImport(Catalogue catalogue, CatalogueWishes wishes, OnceOnly once) {
        this.catalogue = catalogue;
        this.wishes = wishes;
        this.once = once;
    }

    /**
     * An import that is to be done.
     *
     * @param errors what the reading found; with what is found here it decides
     * @param key the Idempotency-Key, if any
     * @param digest what stands for the request where it is remembered
     */
    record Order(
            List<CatalogueRow> rows,
            ImportErrors errors,
            boolean dryRun,
            boolean wordingOnly,
            boolean allowGap,
            String author,
            @Nullable String key,
            String digest) {}

    /** Fails with CATALOGUE_REJECTED, naming every bad row. */
    @Transactional
    KeptAnswer run(Order order) {
        String key = order.dryRun() ? null : order.key();
        return key == null ? apply(order) : once.answer(order.author(), key, order.digest(), () -> apply(order));
    }

    private KeptAnswer apply(Order order) {
        List<String> codes = order.rows().stream()
                .filter(CatalogueRow::hasCode)
                .map(CatalogueRow::code)
                .distinct()
                .toList();
        Map<String, Indicator> present = catalogue.open(codes);
        Map<String, DefineIndicator> bodies = wishes.read(order.rows(), present, order.errors());
        Catalogue.Plan plan = catalogue.plan(bodies, present, order.wordingOnly(), order.allowGap());
        refuse(order, plan);
        CatalogueImported answer;
        if (order.dryRun()) {
            answer = CatalogueImported.of(CatalogueImported.State.DRY_RUN, plan, null);
        } else if (plan.writes().isEmpty()) {
            answer = CatalogueImported.of(CatalogueImported.State.UNCHANGED, plan, null);
        } else {
            answer = CatalogueImported.of(
                    CatalogueImported.State.APPLIED, plan, catalogue.write(plan, order.author(), null));
        }
        return new KeptAnswer(200, null, EventJson.write(answer));
    }

    private static void refuse(Order order, Catalogue.Plan plan) {
        Map<String, Integer> places = new HashMap<>();
        order.rows().forEach(row -> places.putIfAbsent(row.code(), row.place()));
        plan.violations()
                .forEach((code, found) -> found.forEach(violation -> order.errors()
                        .add(
                                places.getOrDefault(code, 0),
                                "/" + violation.field(),
                                violation.code(),
                                violation.detail())));
        if (!order.errors().isEmpty()) {
            throw order.errors().problem(IndicatorProblem.CATALOGUE_REJECTED);
        }
    }
}
