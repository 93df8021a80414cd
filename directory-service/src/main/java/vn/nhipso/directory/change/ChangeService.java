package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Tagged;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Records a change: one at a time, in one transaction, or not at all. */
@ApplicationScoped
public class ChangeService {

    private final HierarchyLock lock;
    private final ChangeStore store;
    private final ChangeWriter writer;
    private final AssignedMoves moves;
    private final Territory territory;

    ChangeService(
            HierarchyLock lock, ChangeStore store, ChangeWriter writer, AssignedMoves moves, Territory territory) {
        this.lock = lock;
        this.store = store;
        this.writer = writer;
        this.moves = moves;
        this.territory = territory;
    }

    /**
     * The answer to a change.
     *
     * @param id absent in a dry run
     */
    @Schema(name = "RecordedChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recorded(
            @Nullable UUID id,

            @Schema(description = "Pass as `minSequence` to read what was written", examples = "directory:1204")
            @Nullable String sequence,

            @Schema(description = "Codes whose versions alter")
            int units,

            @Schema(description = "Codes whose lineage alters")
            int edges) {}

    /** Works the change out and leaves everything as it was. */
    @Transactional
    public Recorded tryOut(RegisterChange sent, Caller caller) {
        Change change = ChangeForm.read(sent);
        ChangePlan plan = plan(change, store.nextId(), caller);
        moves.check(sent, plan, change.effectiveOn(), caller);
        return new Recorded(null, null, plan.codes().size(), plan.lineage().size());
    }

    @Transactional
    public Recorded record(RegisterChange sent, Caller caller) {
        Change change = ChangeForm.read(sent);
        lock.enter();
        UUID id = store.nextId();
        ChangePlan plan = plan(change, id, caller);
        moves.check(sent, plan, change.effectiveOn(), caller);
        Instant moment = store.nextMoment();
        ChangeWriter.Written written = writer.write(
                new ChangeWriter.Draft(id, change, plan, fingerprint(change)), moment, caller.name(), phase -> {});
        moves.apply(sent, change.effectiveOn(), moment);
        return new Recorded(
                id, written.sequence(), plan.codes().size(), plan.lineage().size());
    }

    private ChangePlan plan(Change change, UUID id, Caller caller) {
        territory.requireAll(caller, named(change), change.effectiveOn());
        ChangeStore.Known known = store.known(change);
        try {
            return ChangePlanner.plan(change, id, known.units(), known.edges(), UUID::randomUUID);
        } catch (ProblemException refused) {
            UUID earlier = store.recordedAs(fingerprint(change)).orElse(null);
            throw earlier == null ? refused : alreadyRecorded(earlier, refused);
        }
    }

    private static ProblemException alreadyRecorded(UUID earlier, ProblemException refused) {
        return new ProblemException(
                        DirectoryProblem.CHANGE_ALREADY_RECORDED,
                        Text.of(
                                "Lần sắp xếp giống hệt đã được ghi với id %s; không có gì được ghi thêm.",
                                "An identical change is recorded as %s; nothing was recorded again.", earlier))
                .withErrors(refused.errors())
                .with("id", earlier.toString());
    }

    private static TreeSet<String> named(Change change) {
        TreeSet<String> codes = new TreeSet<>();
        change.ends().forEach(end -> codes.add(end.code()));
        change.begins().forEach(begin -> {
            codes.add(begin.code());
            if (begin.parentCode() != null) {
                codes.add(begin.parentCode());
            }
        });
        change.lineage().forEach(edge -> codes.add(edge.edge().from()));
        return codes;
    }

    /** The same for the same content in any order. */
    private static String fingerprint(Change change) {
        List<String> ends =
                change.ends().stream().map(Change.Ending::code).sorted().toList();
        List<String> begins = change.begins().stream()
                .sorted(Comparator.comparing(Change.Beginning::code))
                .map(begin -> List.of(
                                begin.code(),
                                begin.name(),
                                begin.fullName(),
                                begin.type(),
                                String.valueOf(begin.parentCode()))
                        .toString())
                .toList();
        List<String> edges = change.lineage().stream()
                .map(edge -> edge.edge().toString())
                .sorted()
                .toList();
        return Tagged.digest(
                List.of(change.kind(), String.valueOf(change.act()), change.effectiveOn(), ends, begins, edges)
                        .toString());
    }
}
