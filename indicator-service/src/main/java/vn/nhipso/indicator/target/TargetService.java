package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.OnceOnly;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Sets and withdraws targets. */
@ApplicationScoped
class TargetService {

    private final TargetRepository targets;
    private final TargetStore store;
    private final TargetScreening screening;
    private final OnceOnly once;
    private final Clock clock;

    TargetService(TargetRepository targets, TargetStore store, TargetScreening screening, OnceOnly once, Clock clock) {
        this.targets = targets;
        this.store = store;
        this.screening = screening;
        this.once = once;
        this.clock = clock;
    }

    /** Fails where the target names what is not there, or a unit outside the subtree of the caller's. */
    void check(SetTarget body, String callersUnit) {
        List<Objection> objections = screening.check(List.of(new Wish(0, body, false)), callersUnit);
        if (!objections.isEmpty()) {
            Objection first = objections.getFirst();
            throw first.code() == IndicatorProblem.UNIT_OUTSIDE_RIGHTS
                    ? new ProblemException(KitProblem.FORBIDDEN, first.detail())
                    : first.problem();
        }
    }

    /**
     * Sets it, or finds that the same stands already.
     *
     * @param idempotencyKey null where the caller gave none
     * @return status, Location and body
     */
    @Transactional
    KeptAnswer set(SetTarget body, String author, @Nullable String idempotencyKey) {
        return idempotencyKey == null
                ? set(body, author)
                : once.answer(author, idempotencyKey, "POST /v1/targets " + body, () -> set(body, author));
    }

    /** Takes the target back that counts; from then on none does for its key. */
    @Transactional
    KeptAnswer withdraw(UUID id, String reason, String author, @Nullable String idempotencyKey) {
        return idempotencyKey == null
                ? withdraw(id, reason, author)
                : once.answer(
                        author,
                        idempotencyKey,
                        "POST /v1/targets/" + id + "/withdrawal " + reason,
                        () -> withdraw(id, reason, author));
    }

    /** A plan for wishes, within the running transaction. */
    TargetPlan plan(Collection<Wish> wishes, String author) {
        Map<Aim, Target> newest = new HashMap<>();
        targets.newest(wishes.stream().map(Wish::aim).toList()).forEach(target -> newest.put(target.aim(), target));
        Set<UUID> named = new HashSet<>();
        wishes.forEach(wish -> named.add(wish.body().supersedes()));
        named.remove(null);
        Set<UUID> known = new HashSet<>();
        if (!named.isEmpty()) {
            targets.list("id in ?1", named).forEach(target -> known.add(target.id));
        }
        TargetPlan plan = new TargetPlan(newest, known, author, now());
        wishes.forEach(plan::add);
        return plan;
    }

    private KeptAnswer set(SetTarget body, String author) {
        Wish wish = new Wish(0, body, false);
        store.lock(wish.aim());
        TargetPlan plan = plan(List.of(wish), author);
        if (!plan.objections().isEmpty()) {
            throw refused(plan.objections().getFirst(), wish.aim());
        }
        TargetPlan.Step step = plan.steps().getFirst();
        if (step.outcome() == TargetPlan.Outcome.UNCHANGED) {
            return new KeptAnswer(200, null, EventJson.write(TargetView.of(step.target(), null)));
        }
        return written(step.target());
    }

    private KeptAnswer withdraw(UUID id, String reason, String author) {
        Target target = targets.findByIdOptional(id).orElseThrow(() -> notFound(id));
        store.lock(target.aim());
        Target newest = targets.newest(List.of(target.aim())).getFirst();
        if (newest.withdrawn && id.equals(newest.supersedes)) {
            return new KeptAnswer(200, null, EventJson.write(TargetView.of(newest, null)));
        }
        if (!newest.id.equals(id) || newest.withdrawn) {
            throw new ProblemException(
                    IndicatorProblem.TARGET_SUPERSEDED,
                    Text.of(
                            "Chỉ tiêu giao %s không còn là chỉ tiêu hiện hành của khóa này.",
                            "The target %s is not the one that counts here.", id));
        }
        return written(Target.withdrawing(newest, reason, author, now()));
    }

    private KeptAnswer written(Target target) {
        String sequence = store.write(List.of(target));
        return new KeptAnswer(201, "/v1/targets/" + target.id, EventJson.write(TargetView.of(target, sequence)));
    }

    private ProblemException refused(Objection objection, Aim aim) {
        if (objection.code() == IndicatorProblem.TARGET_DIFFERS) {
            Target current = targets.newest(List.of(aim)).getFirst();
            return new ProblemException(objection.code(), objection.detail()).with("current", current.id.toString());
        }
        return objection.code() == IndicatorProblem.TARGET_SUPERSEDED
                ? new ProblemException(objection.code(), objection.detail())
                : objection.problem();
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                IndicatorProblem.TARGET_NOT_FOUND, Text.of("Không có chỉ tiêu giao %s.", "There is no target %s.", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
