package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.OnceOnly;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;

/** Takes a file of targets in: all of it or nothing. */
@ApplicationScoped
class TargetImport {

    private final TargetScreening screening;
    private final TargetService service;
    private final TargetStore store;
    private final OnceOnly once;

    TargetImport(TargetScreening screening, TargetService service, TargetStore store, OnceOnly once) {
        this.screening = screening;
        this.service = service;
        this.store = store;
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
            List<Wish> wishes,
            ImportErrors errors,
            boolean dryRun,
            String author,
            @Nullable String key,
            String digest) {}

    /** Looks at what the rows name, outside of any transaction: a unit not yet known is waited for. */
    void screen(Order order, String callersUnit) {
        List<Objection> objections = screening.check(order.wishes(), callersUnit);
        object(order, objections);
        if (objections.stream().anyMatch(objection -> objection.code() == IndicatorProblem.UNIT_OUTSIDE_RIGHTS)) {
            throw order.errors().problem(KitProblem.FORBIDDEN);
        }
    }

    /** Fails with TARGETS_REJECTED, naming every bad row. */
    @Transactional
    KeptAnswer run(Order order) {
        String key = order.dryRun() ? null : order.key();
        return key == null ? apply(order) : once.answer(order.author(), key, order.digest(), () -> apply(order));
    }

    private KeptAnswer apply(Order order) {
        store.lockAll();
        TargetPlan plan = service.plan(order.wishes(), order.author());
        object(order, plan.objections());
        if (!order.errors().isEmpty()) {
            throw order.errors().problem(IndicatorProblem.TARGETS_REJECTED);
        }
        TargetsImported answer;
        if (order.dryRun()) {
            answer = TargetsImported.of(TargetsImported.State.DRY_RUN, plan.steps(), null);
        } else if (plan.writes().isEmpty()) {
            answer = TargetsImported.of(TargetsImported.State.UNCHANGED, plan.steps(), null);
        } else {
            answer = TargetsImported.of(TargetsImported.State.APPLIED, plan.steps(), store.write(plan.writes()));
        }
        return new KeptAnswer(200, null, EventJson.write(answer));
    }

    private static void object(Order order, List<Objection> objections) {
        objections.forEach(objection ->
                order.errors().add(objection.place(), objection.pointer(), objection.code(), objection.detail()));
    }
}
