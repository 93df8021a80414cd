package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.evidence.Citations;
import vn.nhipso.indicator.measurement.ingest.Publication;
import vn.nhipso.indicator.measurement.ingest.Reason;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * What is done to a return. Its row is locked from the first look to the commit, and so do those who write values that wait: what is submitted
 * is what is approved, and of two who approve at once one wins.
 */
@ApplicationScoped
class Transitions {

    /** Why a value was published that had waited; the text is the return's id. */
    private static final String APPROVED = "APPROVED";

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    private final ReturnService returns;
    private final Work work;
    private final ReturnStore store;
    private final ReturnReader reader;
    private final ReturnRights rights;
    private final DutyReader duties;
    private final ApprovalChain chain;
    private final Publication publication;
    private final Citations citations;
    private final Outbox outbox;

    Transitions(
            ReturnService returns,
            Work work,
            ReturnStore store,
            ReturnReader reader,
            ReturnRights rights,
            DutyReader duties,
            ApprovalChain chain,
            Publication publication,
            Citations citations,
            Outbox outbox) {
        this.returns = returns;
        this.work = work;
        this.store = store;
        this.reader = reader;
        this.rights = rights;
        this.duties = duties;
        this.chain = chain;
        this.publication = publication;
        this.citations = citations;
        this.outbox = outbox;
    }

    /**
     * Who does it.
     *
     * @param ifMatch the state they have seen; null for any
     * @param idempotencyKey null where the caller gave none
     */
    record Act(
            Person who,
            @Nullable String remark,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {

        boolean hasRemark() {
            return remark != null && !remark.isBlank();
        }
    }

    /** @param etag of the return after it; null where an earlier answer is given again */
    record Done(KeptAnswer answer, @Nullable String etag) {}

    /** The state before, and what is to become of it. */
    private interface Step {

        Entry take(Connection tx, ReturnRow row, ReturnState before) throws SQLException;
    }

    Done submit(UUID id, Act act) {
        ReturnRow seen = returns.seen(id, act.who());
        List<Level> stages = chain.stages(rights.line(seen.unit(), seen.closingDay()));
        return change(seen, "submission", act, (tx, row, before) -> {
            requireStatus(row, ReturnStatus.DRAFT, ReturnStatus.RETURNED);
            ReturnView.Progress progress = before.view().progress();
            if (progress.filled() + progress.waiting() == 0 && !act.hasRemark()) {
                throw ReturnService.refused(
                        IndicatorProblem.RETURN_EMPTY,
                        "/remark",
                        new Text(
                                "Báo cáo chưa có số liệu nào; muốn gửi thì nêu lý do trong remark.",
                                "Nothing is filled in; to submit it all the same, say why in the remark."));
            }
            return entry(row.submitted(act.who().name(), store.now(), stages), What.SUBMITTED, act);
        });
    }

    Done approve(UUID id, Act act) {
        ReturnRow seen = returns.seen(id, act.who());
        Level level = rights.levelOf(act.who());
        return change(seen, "approval", act, (tx, row, before) -> {
            requireStatus(row, ReturnStatus.SUBMITTED);
            ApprovalChain.require(row, act.who().name(), level, reader.authors(tx, row));
            ReturnRow next = row.approvedBy(act.who().name(), store.now());
            if (next.status() == ReturnStatus.SUBMITTED) {
                return entry(next, What.STAGE_APPROVED, act);
            }
            publication.publish(
                    tx,
                    row.unit(),
                    row.period().toString(),
                    act.who().name(),
                    new Reason(APPROVED, row.id().toString()));
            citations.carry(tx, row.unit(), row.period().toString(), row.id().toString());
            return entry(next, What.APPROVED, act);
        });
    }

    Done reject(UUID id, Act act) {
        return change(returns.seen(id, act.who()), "rejection", act, (tx, row, before) -> {
            requireStatus(row, ReturnStatus.SUBMITTED);
            requireRemark(act);
            return entry(row.returned(), What.RETURNED, act);
        });
    }

    Done reopen(UUID id, Act act) {
        return change(returns.seen(id, act.who()), "reopening", act, (tx, row, before) -> {
            requireStatus(row, ReturnStatus.SUBMITTED, ReturnStatus.APPROVED);
            requireRemark(act);
            return entry(row.draft(), What.REOPENED, act);
        });
    }

    Done extend(UUID id, LocalDate dueOn, Act act) {
        if (dueOn.getYear() < EARLIEST_YEAR || dueOn.getYear() > LATEST_YEAR) {
            throw ReturnService.refused(
                    KitProblem.INVALID_FIELD,
                    "/dueOn",
                    new Text("Ngày nằm ngoài lịch.", "The day is in no calendar of ours."));
        }
        ReturnRow seen = returns.seen(id, act.who());
        Level level = rights.levelOf(act.who());
        return change(seen, "extension " + dueOn, act, (tx, row, before) -> {
            requireRemark(act);
            ApprovalChain.requireToExtend(row, act.who().name(), level, reader.authors(tx, row));
            return entry(row.dueOn(dueOn), What.EXTENDED, act);
        });
    }

    private Done change(ReturnRow seen, String what, Act act, Step step) {
        String request = "POST /v1/returns/" + seen.id() + "/" + what + " " + act.remark();
        AtomicReference<@Nullable String> tag = new AtomicReference<>();
        KeptAnswer answer =
                work.once(new Work.Once(act.idempotencyKey(), act.who().name(), request), tx -> {
                    ReturnRow row = store.find(tx, seen.id(), true).orElseThrow();
                    Duties owed = duties.read(tx);
                    ReturnState before = reader.state(tx, row, owed);
                    before.require(act.ifMatch());
                    Entry entry = step.take(tx, row, before);
                    store.update(tx, List.of(entry.row()));
                    long position = store.tell(tx, List.of(entry), owed);
                    ReturnState after = reader.state(tx, entry.row(), owed);
                    tag.set(after.etag());
                    return new KeptAnswer(
                            200, null, EventJson.write(after.view().at(outbox.token(position))));
                });
        return new Done(answer, tag.get());
    }

    private static Entry entry(ReturnRow row, What what, Act act) {
        return new Entry(row, what, act.who().name(), act.hasRemark() ? act.remark() : null);
    }

    private static void requireRemark(Act act) {
        if (!act.hasRemark()) {
            throw ReturnService.refused(
                    IndicatorProblem.REMARK_MISSING,
                    "/remark",
                    new Text("Cần nêu lý do trong remark.", "It needs a remark that says why."));
        }
    }

    private static void requireStatus(ReturnRow row, ReturnStatus... allowed) {
        if (Arrays.stream(allowed).noneMatch(status -> status == row.status())) {
            throw new ProblemException(
                            IndicatorProblem.RETURN_STATE,
                            Text.of(
                                    "Báo cáo đang ở trạng thái %s; việc này chỉ làm được khi %s.",
                                    "The return is %s; this is done only while it is %s.",
                                    row.status(),
                                    Arrays.toString(allowed)))
                    .with("status", row.status());
        }
    }
}
