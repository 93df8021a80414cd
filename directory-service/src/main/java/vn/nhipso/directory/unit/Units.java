package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Filters;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Answers for a unit that somebody names, or says on which days it lived. */
@ApplicationScoped
public class Units {

    private final UnitRepository repository;
    private final HierarchyLock lock;
    private final Clock clock;

    Units(UnitRepository repository, HierarchyLock lock, Clock clock) {
        this.repository = repository;
        this.lock = lock;
        this.clock = clock;
    }

    /** Today when no day is given; a moment of knowledge that is not settled is refused. */
    public When when(@Nullable LocalDate validAt, @Nullable OffsetDateTime asOf) {
        LocalDate given = Filters.day("validAt", validAt);
        LocalDate day = given == null ? VietnamTime.today(clock) : given;
        return new When(day, asOf == null ? null : settled(asOf.toInstant()));
    }

    private Instant settled(Instant asOf) {
        if (asOf.isAfter(clock.instant())) {
            Text detail = new Text("asOf không thể ở tương lai.", "asOf cannot be in the future.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("asOf", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        lock.awaitWriters();
        return asOf.isBefore(Instant.EPOCH) ? Instant.EPOCH : asOf;
    }

    /** As {@link #find}; fails with UNIT_NOT_FOUND and the days on which the code lived. */
    public UnitVersion require(String code, When when) {
        if (UnitCode.parse(code).isEmpty()) {
            throw new ProblemException(
                    DirectoryProblem.UNIT_NOT_FOUND,
                    new Text(
                            "Mã đơn vị sai dạng: tỉnh có 2 chữ số, huyện 3, xã 5; thôn là <mã xã>-<nn>.",
                            "Not a unit code: a province has 2 digits, a district 3, a commune 5; a hamlet is <commune>-<nn>."));
        }
        return find(code, when).orElseThrow(() -> notFound(code, when));
    }

    /** Who bears the code then; where nobody does, whom it stands for as an alias. */
    public Optional<UnitVersion> find(String code, When when) {
        return repository.find(code, when).or(() -> repository.findByAlias(code, when));
    }

    private ProblemException notFound(String code, When when) {
        List<UnitVersion> versions = repository.versions(code, when);
        if (versions.isEmpty()) {
            return new ProblemException(
                    DirectoryProblem.UNIT_NOT_FOUND,
                    Text.of("Chưa từng có đơn vị mang mã %s.", "No unit ever had code %s.", code));
        }
        String lives = versions.stream()
                .map(version -> version.fullName() + " " + version.valid().spoken())
                .collect(Collectors.joining("; "));
        return new ProblemException(
                        DirectoryProblem.UNIT_NOT_FOUND,
                        Text.of(
                                "Ngày %s không có đơn vị mang mã %s; mã này thuộc về: %s.",
                                "On %s no unit has code %s; it belonged to: %s.", when.day(), code, lives))
                .with("lived", versions.stream().map(UnitView::of).toList());
    }
}
