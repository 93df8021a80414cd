package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Tagged;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Takes a change back that should never have been recorded. The record keeps both, so that `asOf` still tells what was believed. */
@ApplicationScoped
class WithdrawalService {

    private final HierarchyLock lock;
    private final ChangeStore store;
    private final WithdrawalStore traces;
    private final ChangeRepository changes;
    private final ChangeWriter writer;
    private final Territory territory;

    WithdrawalService(
            HierarchyLock lock,
            ChangeStore store,
            WithdrawalStore traces,
            ChangeRepository changes,
            ChangeWriter writer,
            Territory territory) {
        this.lock = lock;
        this.store = store;
        this.traces = traces;
        this.changes = changes;
        this.writer = writer;
        this.territory = territory;
    }

    @Transactional
    ChangeService.Recorded withdraw(UUID id, WithdrawChange sent, Caller caller) {
        Refusals refusals = new Refusals();
        String reason = CleanText.required(sent.reason(), CleanText.NOTE, "/reason", refusals);
        refusals.throwIfAny(DirectoryProblem.CHANGE_REFUSED);
        lock.enter();
        ChangeView change = changes.require(id);
        requireInForce(change);
        Traces left = traces.traces(id);
        territory.requireAll(caller, codes(left), change.effectiveOn());
        ChangePlan plan = plan(change, left);
        UUID newId = store.nextId();
        Change withdrawal = Change.withdrawing(id, change.effectiveOn(), reason);
        ChangeWriter.Written written = writer.write(
                new ChangeWriter.Draft(newId, withdrawal, plan, Tagged.digest("withdraws " + id)),
                store.nextMoment(),
                caller.name(),
                phase -> {});
        return new ChangeService.Recorded(
                newId, written.sequence(), plan.codes().size(), plan.lineage().size());
    }

    private void requireInForce(ChangeView change) {
        if (change.kind() == ChangeKind.WITHDRAWAL) {
            throw new ProblemException(
                    DirectoryProblem.CHANGE_WITHDRAWN,
                    new Text(
                            "Việc thu hồi không thể thu hồi; hãy ghi lại lần sắp xếp.",
                            "A withdrawal cannot be withdrawn; record the change again."));
        }
        traces.withdrawnBy(change.id()).ifPresent(by -> {
            throw new ProblemException(
                            DirectoryProblem.CHANGE_WITHDRAWN,
                            Text.of("Đã thu hồi bởi %s.", "It was withdrawn by %s.", by))
                    .with("withdrawnBy", by.toString());
        });
    }

    private ChangePlan plan(ChangeView change, Traces left) {
        ChangeStore.Known known = store.known(codes(left));
        Withdrawal withdrawal = new Withdrawal(change.effectiveOn(), left, known.units(), known.edges());
        if (!withdrawal.stands()) {
            List<WithdrawalStore.Later> later = traces.builtUpon(change.id());
            throw new ProblemException(
                            DirectoryProblem.CHANGE_BUILT_UPON,
                            Text.of(
                                    "Hãy thu hồi trước các lần sắp xếp sau: %s.",
                                    "Withdraw these later changes first: %s.",
                                    later.stream()
                                            .map(WithdrawalService::spoken)
                                            .collect(Collectors.joining("; "))))
                    .with("changes", later);
        }
        return withdrawal.plan();
    }

    private static String spoken(WithdrawalStore.Later later) {
        return later.id() + " (" + later.effectiveOn() + (later.act() == null ? "" : ", " + later.act()) + ")";
    }

    private static TreeSet<String> codes(Traces left) {
        TreeSet<String> codes = new TreeSet<>();
        Stream.concat(left.added().stream(), left.removed().stream())
                .map(UnitVersion::code)
                .forEach(codes::add);
        Stream.concat(left.edgesAdded().stream(), left.edgesRemoved().stream())
                .map(LineageEdge::from)
                .forEach(codes::add);
        return codes;
    }
}
