package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.OnceOnly;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.UnitHistories;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Sets targets. */
@ApplicationScoped
class TargetService {

    private final TargetRepository targets;
    private final Definitions definitions;
    private final Units units;
    private final Outbox outbox;
    private final OnceOnly once;
    private final Clock clock;

    TargetService(
            TargetRepository targets, Definitions definitions, Units units, Outbox outbox, OnceOnly once, Clock clock) {
        this.targets = targets;
        this.definitions = definitions;
        this.units = units;
        this.outbox = outbox;
        this.once = once;
        this.clock = clock;
    }

    /** Fails where the target names what is not there, or a unit outside the subtree of the caller's. */
    void check(SetTarget body, String callersUnit) {
        DefinitionVersions versions =
                definitions.versions(List.of(body.indicator())).get(body.indicator());
        if (versions == null) {
            throw refused(
                    IndicatorProblem.INDICATOR_UNKNOWN,
                    "/indicator",
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", body.indicator()));
        }
        LocalDate day = versions.of(body.period()).calendar().closingDay(body.period());
        UnitHistories found = units.findSoon(
                List.of(body.unit()), histories -> histories.of(body.unit()).on(day) != null);
        if (!found.of(body.unit()).isKnown()) {
            throw refused(
                    IndicatorProblem.UNIT_UNKNOWN,
                    "/unit",
                    Text.of("Không có đơn vị mang mã %s.", "There is no unit with code %s.", body.unit()));
        }
        if (found.of(body.unit()).on(day) == null) {
            throw refused(
                    IndicatorProblem.UNIT_NOT_ALIVE,
                    "/unit",
                    Text.of(
                            "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                            "No unit bore the code %1$s on %2$s.", body.unit(), day));
        }
        Units.Place place = new Units.Place(body.unit(), day);
        if (!units.below(callersUnit, Set.of(place)).contains(place)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of("Đơn vị %s nằm ngoài phạm vi quyền.", "Unit %s is outside your rights.", body.unit()));
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

    private KeptAnswer set(SetTarget body, String author) {
        targets.lock(body.indicator() + "|" + body.unit() + "|" + body.period());
        Target current =
                targets.current(body.indicator(), body.unit(), body.period().toString());
        if (current != null && current.saysTheSameAs(body)) {
            return new KeptAnswer(200, null, EventJson.write(TargetView.of(current, null)));
        }
        supersedes(body.supersedes(), current);
        Target target = Target.of(UUID.randomUUID(), body, current == null ? 1 : current.revision + 1, author, now());
        if (current == null) {
            targets.persist(target);
        } else {
            targets.supersede(current, target);
        }
        targets.flush();
        TargetSet event = TargetSet.of(target);
        long position = outbox.append(List.of(
                new OutboxMessage(Topics.INDICATOR_CATALOGUE, event.key(), TargetSet.TYPE, EventJson.write(event))));
        return new KeptAnswer(
                201, "/v1/targets/" + target.id, EventJson.write(TargetView.of(target, outbox.token(position))));
    }

    private void supersedes(@Nullable UUID named, @Nullable Target current) {
        if (named == null && current != null) {
            throw new ProblemException(
                            IndicatorProblem.TARGET_DIFFERS,
                            Text.of(
                                    "Đang có chỉ tiêu giao %s %s; muốn thay thì nêu supersedes.",
                                    "The target is %s %s already; name it in supersedes to take its place.",
                                    current.comparator,
                                    current.value.toPlainString()))
                    .with("current", current.id.toString());
        }
        if (named != null && (current == null || !named.equals(current.id))) {
            throw targets.findById(named) == null
                    ? refused(
                            IndicatorProblem.TARGET_UNKNOWN,
                            "/supersedes",
                            Text.of("Không có chỉ tiêu giao %s.", "There is no target %s.", named))
                    : new ProblemException(
                            IndicatorProblem.TARGET_SUPERSEDED,
                            Text.of(
                                    "Chỉ tiêu giao %s không còn là chỉ tiêu hiện hành của khóa này.",
                                    "The target %s is not the one that counts here.", named));
        }
    }

    private static ProblemException refused(IndicatorProblem code, String pointer, Text detail) {
        return new ProblemException(code, detail).withErrors(List.of(ProblemError.at(pointer, code.name(), detail)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
