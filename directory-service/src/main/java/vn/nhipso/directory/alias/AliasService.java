package vn.nhipso.directory.alias;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Enters and takes back aliases. */
@ApplicationScoped
class AliasService {

    private final AliasRepository aliases;
    private final UnitRepository repository;
    private final Units units;
    private final Territory territory;
    private final HierarchyLock lock;
    private final Outbox outbox;

    AliasService(
            AliasRepository aliases,
            UnitRepository repository,
            Units units,
            Territory territory,
            HierarchyLock lock,
            Outbox outbox) {
        this.aliases = aliases;
        this.repository = repository;
        this.units = units;
        this.territory = territory;
        this.lock = lock;
        this.outbox = outbox;
    }

    /** @param created whether there was none before */
    record Outcome(AliasView view, boolean created) {}

    /**
     * @param expected the entity tag the caller has seen ({@code *} for any), or null
     * @param onlyNew whether there must be none yet
     */
    @Transactional
    Outcome put(String alias, RegisterAlias sent, @Nullable String expected, boolean onlyNew, Caller caller) {
        Refusals refusals = new Refusals();
        CodeAlias wanted = AliasForm.read(alias, sent, refusals);
        lock.enter();
        AliasForm.check(wanted, everBorne(List.of(wanted.code())), refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        requireRights(wanted.code(), caller);
        CodeAlias known = aliases.find(alias).orElse(null);
        if (known == null ? expected != null : onlyNew) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    known == null
                            ? Text.of("Chưa có mã phụ %s.", "There is no alias %s yet.", alias)
                            : Text.of("Mã phụ %s đã có.", "Alias %s exists already.", alias));
        }
        if (known != null && known.saysTheSame(wanted)) {
            return new Outcome(AliasView.of(known, null), false);
        }
        if (known != null) {
            requireRights(known.code(), caller);
            requireSeen(known, expected);
        }
        return new Outcome(record(List.of(wanted), caller).getFirst(), known == null);
    }

    @Transactional
    void remove(String alias, @Nullable String expected, Caller caller) {
        lock.enter();
        CodeAlias known = require(alias);
        requireRights(known.code(), caller);
        requireSeen(known, expected);
        Instant moment = aliases.nextMoment();
        publish(List.of(AliasChanged.removed(alias, aliases.remove(alias, moment), moment)));
    }

    /** Fails with ALIAS_NOT_FOUND. */
    CodeAlias require(String alias) {
        return aliases.find(alias)
                .orElseThrow(() -> new ProblemException(
                        DirectoryProblem.ALIAS_NOT_FOUND,
                        Text.of("%s không phải là mã phụ.", "%s is no alias.", alias)));
    }

    /** Which of the codes anybody ever bore. */
    Set<String> everBorne(Collection<String> codes) {
        return repository.versions(codes).stream().map(UnitVersion::code).collect(Collectors.toSet());
    }

    /** Within a transaction that holds the lock. */
    List<AliasView> record(List<CodeAlias> wanted, Caller caller) {
        List<CodeAlias> recorded = aliases.put(wanted, aliases.nextMoment(), caller.name());
        String sequence = publish(recorded.stream().map(AliasChanged::of).toList());
        return recorded.stream().map(alias -> AliasView.of(alias, sequence)).toList();
    }

    /** Rights over the unit that bears the main code today, or bore it last. */
    void requireRights(String code, Caller caller) {
        LocalDate day =
                repository.lastDay(code).orElseGet(() -> units.when(null, null).day());
        territory.require(caller, code, day);
    }

    private String publish(List<AliasChanged> events) {
        return outbox.token(outbox.append(events.stream()
                .map(event -> new OutboxMessage(
                        Topics.DIRECTORY_HIERARCHY, event.alias(), AliasChanged.TYPE, EventJson.write(event)))
                .toList()));
    }

    private static void requireSeen(CodeAlias known, @Nullable String expected) {
        if (expected == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Mã phụ đã có; gửi If-Match với ETag hiện tại.",
                            "The alias exists; send If-Match with its present ETag."));
        }
        if (!expected.equals("*") && !expected.equals(known.etag())) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Mã phụ đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The alias has changed since it was read; read it again."));
        }
    }
}
