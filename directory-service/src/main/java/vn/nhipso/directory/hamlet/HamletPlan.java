package vn.nhipso.directory.hamlet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** Which hamlets of a file are there on the day, and which begin under which code. A pure function of the file and of what is known. */
final class HamletPlan {

    final List<Begun> begun = new ArrayList<>();
    int unchanged;

    private final LocalDate day;
    private final Hierarchy communes;
    private final Hierarchy hamlets;
    private final Map<String, Integer> lastNumbers;
    private final FileErrors errors;
    private final Map<HamletRow.Identity, UnitVersion> living = new HashMap<>();
    private final Map<HamletRow.Identity, UnitVersion> later = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /** A hamlet that begins. */
    record Begun(HamletRow row, String code) {}

    /**
     * @param communes every version of the communes named
     * @param hamlets every version of their hamlets
     * @param lastNumbers highest number ever given, by commune
     */
    HamletPlan(
            LocalDate day, Hierarchy communes, Hierarchy hamlets, Map<String, Integer> lastNumbers, FileErrors errors) {
        this.day = day;
        this.communes = communes;
        this.hamlets = hamlets;
        this.lastNumbers = new HashMap<>(lastNumbers);
        this.errors = errors;
        hamlets.all().forEach(hamlet -> {
            if (hamlet.valid().contains(day)) {
                living.put(identity(hamlet), hamlet);
            } else if (hamlet.valid().from().isAfter(day)) {
                later.merge(
                        identity(hamlet),
                        hamlet,
                        (one, other) ->
                                one.valid().from().isBefore(other.valid().from()) ? one : other);
            }
        });
    }

    void work(List<HamletRow> rows) {
        rows.forEach(this::reserve);
        rows.forEach(this::add);
    }

    private static HamletRow.Identity identity(UnitVersion hamlet) {
        return new HamletRow.Identity(
                String.valueOf(hamlet.parentCode()),
                hamlet.type().toLowerCase(Locale.ROOT),
                HamletName.key(hamlet.name()));
    }

    /** Codes that the file gives itself are not given again. */
    private void reserve(HamletRow row) {
        String code = row.code();
        if (code == null) {
            return;
        }
        if (!given.add(code)) {
            errors.add(
                    row.line(),
                    HamletSheet.CODE,
                    DirectoryProblem.DUPLICATE_CODE,
                    DirectoryProblem.DUPLICATE_CODE.title());
        }
        lastNumbers.merge(row.commune(), new UnitCode(code).hamletNumber(), Math::max);
    }

    private void add(HamletRow row) {
        if (communes.at(row.commune(), day).isEmpty()) {
            boolean unknown = communes.versions(row.commune()).isEmpty();
            DirectoryProblem problem = unknown ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.UNIT_NOT_LIVING;
            errors.add(row.line(), HamletSheet.COMMUNE, problem, problem.title());
            return;
        }
        UnitVersion same = living.get(row.identity());
        if (same == null) {
            begin(row);
        } else if (row.code() == null || row.code().equals(same.code())) {
            unchanged++;
        } else {
            taken(row, same);
        }
    }

    private void begin(HamletRow row) {
        String code = row.code();
        Optional<UnitVersion> holder = code == null ? Optional.empty() : hamlets.at(code, day);
        if (holder.isPresent()) {
            taken(row, holder.get());
            return;
        }
        String next = code == null ? next(row) : code;
        if (next == null) {
            errors.add(
                    row.line(),
                    HamletSheet.COMMUNE,
                    DirectoryProblem.HAMLET_NUMBERS_EXHAUSTED,
                    DirectoryProblem.HAMLET_NUMBERS_EXHAUSTED.title());
        } else {
            begun.add(new Begun(row, next));
        }
    }

    /** The same hamlet that is known from a later day on keeps its code; all others get the next number. */
    private @Nullable String next(HamletRow row) {
        UnitVersion known = later.get(row.identity());
        if (known != null && hamlets.at(known.code(), day).isEmpty() && given.add(known.code())) {
            return known.code();
        }
        int number = lastNumbers.merge(row.commune(), 1, Integer::sum);
        return number > UnitCode.LAST_HAMLET_NUMBER ? null : UnitCode.hamlet(row.commune(), number);
    }

    private void taken(HamletRow row, UnitVersion holder) {
        errors.add(
                row.line(),
                HamletSheet.CODE,
                DirectoryProblem.ALREADY_RECORDED,
                Text.of("Ngày đó %s có mã %s.", "On that day %s has code %s.", holder.fullName(), holder.code()));
    }
}
