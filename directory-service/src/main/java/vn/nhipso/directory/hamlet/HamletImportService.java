package vn.nhipso.directory.hamlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.change.ChangeKind;
import vn.nhipso.directory.change.ChangeService;
import vn.nhipso.directory.change.RegisterChange;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitRows;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.table.FileErrors;

/** Files a list of hamlets as one change: what is there is left alone, what is not is established. */
@ApplicationScoped
class HamletImportService {

    private static final String KNOWN =
            Sql.of(HamletImportService.class, "known-hamlets.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String LAST_NUMBERS = Sql.of(HamletImportService.class, "last-numbers.sql");
    private static final Pattern PLACE = Pattern.compile("/begins/(\\d+)(?:/(\\w+))?.*");
    private static final int LISTED = 1_000;

    private final ChangeService changes;
    private final HierarchyLock lock;
    private final UnitRepository units;
    private final Database database;
    private final Sequence sequence;

    HamletImportService(
            ChangeService changes, HierarchyLock lock, UnitRepository units, Database database, Sequence sequence) {
        this.changes = changes;
        this.lock = lock;
        this.units = units;
        this.database = database;
        this.sequence = sequence;
    }

    /** @param errors what the reading of the file found; with what is found here it decides */
    @Transactional
    HamletImportView apply(
            HamletSheet sheet, FileErrors errors, LocalDate day, @Nullable Act act, boolean dryRun, Caller caller) {
        if (!dryRun) {
            lock.enter();
        }
        HamletPlan plan = plan(sheet, errors, day);
        refuse(errors);
        if (plan.begun.isEmpty()) {
            return view(sheet, plan, day, HamletImportView.Status.UNCHANGED, null, sequence.token());
        }
        ChangeService.Recorded recorded = file(plan, day, act, dryRun, caller);
        HamletImportView.Status status = dryRun ? HamletImportView.Status.DRY_RUN : HamletImportView.Status.APPLIED;
        return view(sheet, plan, day, status, recorded.id(), recorded.sequence());
    }

    private HamletPlan plan(HamletSheet sheet, FileErrors errors, LocalDate day) {
        TreeSet<String> communes = new TreeSet<>();
        sheet.rows().forEach(row -> communes.add(row.commune()));
        List<String> codes = List.copyOf(communes);
        Map<String, Integer> lastNumbers = new HashMap<>();
        database.list(LAST_NUMBERS, row -> Map.entry(row.getString("commune"), row.getInt("number")), codes, codes)
                .forEach(last -> lastNumbers.put(last.getKey(), last.getValue()));
        HamletPlan plan = new HamletPlan(
                day,
                new Hierarchy(units.versions(communes)),
                new Hierarchy(database.list(KNOWN, UnitRows::read, codes)),
                lastNumbers,
                errors);
        plan.work(sheet.rows());
        return plan;
    }

    private ChangeService.Recorded file(
            HamletPlan plan, LocalDate day, @Nullable Act act, boolean dryRun, Caller caller) {
        List<RegisterChange.@Nullable Beginning> begins =
                plan.begun.stream().map(HamletImportService::beginning).toList();
        RegisterChange change = new RegisterChange(ChangeKind.ESTABLISH, act, day, List.of(), begins, List.of(), null);
        try {
            return dryRun ? changes.tryOut(change, caller) : changes.record(change, caller);
        } catch (ProblemException refused) {
            throw byLine(refused, plan);
        }
    }

    private static RegisterChange.@Nullable Beginning beginning(HamletPlan.Begun begun) {
        HamletRow row = begun.row();
        return new RegisterChange.Beginning(
                begun.code(), row.name(), row.fullName(), row.type(), Level.HAMLET, row.commune());
    }

    /** What the change says of its n-th beginning is said of the line of the file. */
    private static ProblemException byLine(ProblemException refused, HamletPlan plan) {
        FileErrors errors = new FileErrors();
        for (ProblemError error : refused.errors()) {
            Matcher place = PLACE.matcher(String.valueOf(error.pointer()));
            if (!place.matches()) {
                return refused;
            }
            int line = plan.begun.get(Integer.parseInt(place.group(1))).row().line();
            errors.add(line, place.group(2), error.code(), error.detail());
        }
        return errors.isEmpty() ? refused : errors.problem(refused.code(), refused.detail());
    }

    private static void refuse(FileErrors errors) {
        if (!errors.isEmpty()) {
            throw errors.problem(
                    DirectoryProblem.REQUEST_REFUSED,
                    Text.of(
                            "Có %d lỗi trong tệp; không có gì được ghi.",
                            "The file has %d errors; nothing was recorded.", errors.count()));
        }
    }

    private static HamletImportView view(
            HamletSheet sheet,
            HamletPlan plan,
            LocalDate day,
            HamletImportView.Status status,
            @Nullable UUID change,
            @Nullable String token) {
        List<HamletImportView.Item> items = plan.begun.stream()
                .limit(LISTED)
                .map(begun -> new HamletImportView.Item(
                        begun.row().line(),
                        begun.code(),
                        begun.row().name(),
                        begun.row().type()))
                .toList();
        return new HamletImportView(
                status, day, sheet.read(), plan.begun.size(), plan.unchanged, items, plan.begun.size(), change, token);
    }
}
