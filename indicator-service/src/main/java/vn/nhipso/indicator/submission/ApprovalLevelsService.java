package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Reads and sets which levels approve in turn. */
@ApplicationScoped
class ApprovalLevelsService {

    private final ApprovalLevelsStore store;
    private final ReturnRights rights;
    private final Units units;
    private final Clock clock;

    ApprovalLevelsService(ApprovalLevelsStore store, ReturnRights rights, Units units, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.units = units;
        this.clock = clock;
    }

    List<ApprovalLevels> all() {
        return store.newest(List.of()).stream()
                .filter(one -> one.levels() != null)
                .toList();
    }

    ApprovalLevels find(String unit) {
        return standing(unit).filter(one -> one.levels() != null).orElseThrow(() -> notFound(unit));
    }

    /** @param expected the entity tag the caller has seen ({@code *} for any), or null */
    ApprovalLevels set(String unit, SetApprovalLevels body, @Nullable String expected, Person who) {
        requireRights(unit, who);
        if (!body.riseFromBelow()) {
            throw ReturnService.refused(
                    KitProblem.INVALID_FIELD,
                    "/levels",
                    new Text("Các cấp phải xếp từ dưới lên, mỗi cấp một lần.", "Levels rise from below, each once."));
        }
        Optional<ApprovalLevels> now = standing(unit);
        if (now.isPresent() && body.levels().equals(now.get().levels())) {
            return now.get();
        }
        return next(unit, now, body.levels(), expected, who);
    }

    void takeBack(String unit, @Nullable String expected, Person who) {
        requireRights(unit, who);
        next(unit, Optional.of(find(unit)), null, expected, who);
    }

    private ApprovalLevels next(
            String unit,
            Optional<ApprovalLevels> now,
            @Nullable List<Level> levels,
            @Nullable String expected,
            Person who) {
        boolean stands = now.isPresent() && now.get().levels() != null;
        if (stands && expected == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Gửi If-Match với ETag của bản đang có.",
                            "Send If-Match with the ETag of the present state."));
        }
        boolean seen = expected == null
                || stands && (expected.equals("*") || expected.equals(now.get().etag()));
        ApprovalLevels added =
                seen ? store.add(unit, now.map(ApprovalLevels::revision).orElse(0) + 1, levels, who.name()) : null;
        if (added == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Các cấp duyệt đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The levels have changed since they were read; read them again."));
        }
        return added;
    }

    private Optional<ApprovalLevels> standing(String unit) {
        return store.newest(List.of(unit)).stream().findFirst();
    }

    /** Of units that live today: what is set counts for what is submitted from now on. */
    private void requireRights(String unit, Person who) {
        rights.require(who, unit, Period.parse(Objects.toString(VietnamTime.today(clock))));
        if (units.find(List.of(unit)).of(unit).on(VietnamTime.today(clock)) == null) {
            throw new ProblemException(
                    KitProblem.NOT_FOUND,
                    Text.of("Hiện không có đơn vị mang mã %s.", "No unit bears the code %s today.", unit));
        }
    }

    private static ProblemException notFound(String unit) {
        return new ProblemException(
                KitProblem.NOT_FOUND,
                Text.of("Đơn vị %s không có cấp duyệt riêng.", "Unit %s has no approval levels of its own.", unit));
    }
}
