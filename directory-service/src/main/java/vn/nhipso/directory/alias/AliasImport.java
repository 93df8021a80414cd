package vn.nhipso.directory.alias;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.table.FileErrors;

/** Enters the aliases of a file: all or none. */
@ApplicationScoped
class AliasImport {

    private final AliasService service;
    private final AliasRepository aliases;
    private final HierarchyLock lock;

    AliasImport(AliasService service, AliasRepository aliases, HierarchyLock lock) {
        this.service = service;
        this.aliases = aliases;
        this.lock = lock;
    }

    /** What came of it. */
    enum Status {
        APPLIED,
        UNCHANGED,
        DRY_RUN
    }

    /** The answer. */
    @Schema(name = "AliasImported")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(
            Status status,
            int rows,
            int added,
            int altered,
            int unchanged,
            @Nullable String sequence) {}

    @Transactional
    Imported run(Path file, boolean dryRun, Caller caller) {
        FileErrors errors = new FileErrors();
        List<AliasFile.Row> rows = AliasFile.read(file, errors);
        lock.enter();
        List<CodeAlias> wanted = check(rows, errors);
        if (!errors.isEmpty()) {
            throw errors.problem(
                    DirectoryProblem.REQUEST_REFUSED,
                    Text.of(
                            "Có %d lỗi trong tệp; không có gì được ghi.",
                            "The file has %d errors; nothing was recorded.", errors.count()));
        }
        wanted.stream().map(CodeAlias::code).distinct().forEach(code -> service.requireRights(code, caller));
        return apply(rows.size(), wanted, dryRun, caller);
    }

    private List<CodeAlias> check(List<AliasFile.Row> rows, FileErrors errors) {
        Set<String> everBorne = service.everBorne(
                rows.stream().map(row -> String.valueOf(row.sent().code())).toList());
        List<CodeAlias> wanted = new ArrayList<>();
        for (AliasFile.Row row : rows) {
            Refusals refusals = new Refusals();
            CodeAlias alias = AliasForm.read(row.alias(), row.sent(), refusals);
            AliasForm.check(alias, everBorne, refusals);
            for (ProblemError error : refusals.errors()) {
                errors.add(row.line(), AliasFile.column(error.pointer()), error.code(), error.detail());
            }
            wanted.add(alias);
        }
        return wanted;
    }

    private Imported apply(int rows, List<CodeAlias> wanted, boolean dryRun, Caller caller) {
        Map<String, CodeAlias> known =
                aliases.find(wanted.stream().map(CodeAlias::alias).toList());
        List<CodeAlias> news = new ArrayList<>();
        List<CodeAlias> altered = new ArrayList<>();
        for (CodeAlias alias : wanted) {
            CodeAlias before = known.get(alias.alias());
            if (before == null) {
                news.add(alias);
            } else if (!before.saysTheSame(alias.onDaysOf(before))) {
                altered.add(alias.onDaysOf(before));
            }
        }
        // An alias is taken from a unit only by who has rights over it, too.
        altered.stream()
                .map(alias -> known.get(alias.alias()))
                .filter(Objects::nonNull)
                .map(CodeAlias::code)
                .distinct()
                .forEach(code -> service.requireRights(code, caller));
        List<CodeAlias> all = new ArrayList<>(news);
        all.addAll(altered);
        Status status = dryRun ? Status.DRY_RUN : all.isEmpty() ? Status.UNCHANGED : Status.APPLIED;
        String sequence = status == Status.APPLIED
                ? service.record(all, caller).getFirst().sequence()
                : null;
        return new Imported(status, rows, news.size(), altered.size(), rows - all.size(), sequence);
    }
}
