package vn.nhipso.directory.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import vn.nhipso.directory.storage.StorageException;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Writes a plan with everything that follows it: the record, the stays, the events. */
@ApplicationScoped
class ChangeWriter {

    private final ChangeStore store;
    private final MovesOn movesOn;
    private final ChangeEvents events;
    private final Outbox outbox;
    private final ObjectMapper mapper;

    ChangeWriter(ChangeStore store, MovesOn movesOn, ChangeEvents events, Outbox outbox, ObjectMapper mapper) {
        this.store = store;
        this.movesOn = movesOn;
        this.events = events;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    /** A change that is planned and not yet written. */
    record Draft(UUID id, Change change, ChangePlan plan, String fingerprint) {}

    /**
     * @param sequence of the marker, the last event of the change
     * @param teamsMoved teams whose stays became others
     */
    record Written(String sequence, int teamsMoved) {}

    Written write(Draft draft, Instant moment, String by, Consumer<String> phase) {
        UUID id = draft.id();
        Change change = draft.change();
        ChangePlan plan = draft.plan();
        String content = json(ChangeContent.of(plan, change.effectiveOn()));
        store.add(id, change, draft.fingerprint(), content, plan, moment, by);
        store.apply(id, change, plan, moment);
        int teams = movesOn.apply(plan, change.effectiveOn(), moment);
        phase.accept("checking");
        movesOn.requirePlaces(plan);
        requireSound();
        phase.accept("publishing");
        return new Written(outbox.token(events.append(id, change, plan, moment)), teams);
    }

    /** The database has the last word: what the rules above let through against its temporal keys is refused, not answered as a failure. */
    private void requireSound() {
        try {
            store.checkConstraints();
        } catch (StorageException refused) {
            if (!refused.sqlState().startsWith("23")) {
                throw refused;
            }
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Text(
                            "Lần sắp xếp sẽ để lại đơn vị hoặc tổ không có chỗ đứng; không có gì được ghi.",
                            "The change would leave a unit or a team without its place; nothing was recorded."));
        }
    }

    private String json(ChangeContent content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
