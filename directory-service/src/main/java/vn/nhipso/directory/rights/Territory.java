package vn.nhipso.directory.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageRepository;
import vn.nhipso.directory.lineage.LineageWalk;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/**
 * Rights end at the subtree of the caller's unit, as it is today. Whoever has rights over a successor has them over its
 * predecessors too; a unit whose population was divided belongs to those above it only.
 */
@ApplicationScoped
public class Territory {

    private static final String OUTSIDE = Sql.of(Territory.class, "outside.sql");

    private final UnitRepository units;
    private final LineageRepository lineage;
    private final Database database;
    private final Clock clock;

    Territory(UnitRepository units, LineageRepository lineage, Database database, Clock clock) {
        this.units = units;
        this.lineage = lineage;
        this.database = database;
        this.clock = clock;
    }

    /** Fails with FORBIDDEN where the caller has no rights over the unit that bore the code on that day. */
    public void require(Caller caller, String code, LocalDate day) {
        require(caller.unit(), code, day);
    }

    /** The same for whoever has rights over {@code holder}. */
    public void require(String holder, String code, LocalDate day) {
        if (!covers(holder, code, day)) {
            throw outside(holder, code);
        }
    }

    /** Fails with FORBIDDEN where one of the codes that live on the day or on the day before stands outside the caller's subtree, as {@link #covers} says it. */
    public void requireAll(Caller caller, Collection<String> codes, LocalDate day) {
        requireAll(caller.unit(), codes, day);
    }

    /** The same for whoever has rights over {@code holder}. */
    public void requireAll(String holder, Collection<String> codes, LocalDate day) {
        if (holder.equals(UnitCode.ROOT)) {
            return;
        }
        LocalDate today = VietnamTime.today(clock);
        Set<UUID> held = holderUnits(holder, today);
        List<String> ids = held.stream().map(UUID::toString).toList();
        database.list(OUTSIDE, Outside::read, List.copyOf(codes), day, ids).stream()
                .collect(Collectors.groupingBy(Outside::day))
                .forEach((then, outside) -> requireSuccessors(holder, held, outside, then, today));
    }

    /**
     * A unit that does not stand below the holder's own.
     *
     * @param chain its code and those above, without the root
     */
    private record Outside(String code, LocalDate day, List<String> chain) {
        static Outside read(ResultSet row) throws SQLException {
            return new Outside(row.getString("code"), row.getObject("day", LocalDate.class), List.of((String[])
                    row.getArray("chain").getArray()));
        }
    }

    private void requireSuccessors(
            String holder, Set<UUID> held, List<Outside> outside, LocalDate day, LocalDate today) {
        Set<String> reached = day.isBefore(today)
                ? reached(
                        held,
                        outside.stream()
                                .flatMap(unit -> unit.chain().stream())
                                .distinct()
                                .toList(),
                        day,
                        today)
                : Set.of();
        outside.stream()
                .filter(unit -> Collections.disjoint(unit.chain(), reached))
                .findFirst()
                .ifPresent(unit -> {
                    throw outside(holder, unit.code());
                });
    }

    /** Whether rights over {@code holder}, a code of today, reach the unit that bore a code on a day. */
    public boolean covers(String holder, String code, LocalDate day) {
        if (holder.equals(UnitCode.ROOT)) {
            return true;
        }
        LocalDate today = VietnamTime.today(clock);
        Set<UUID> held = holderUnits(holder, today);
        List<UnitVersion> chain = chain(code, day);
        return chain.stream().anyMatch(unit -> held.contains(unit.unitId()))
                || (day.isBefore(today)
                        && !reached(
                                        held,
                                        chain.stream()
                                                .map(UnitVersion::code)
                                                .filter(each -> !each.equals(UnitCode.ROOT))
                                                .toList(),
                                        day,
                                        today)
                                .isEmpty());
    }

    /** Those of the codes of a day whose population is below the held units today, all of it together. */
    private Set<String> reached(Set<UUID> held, List<String> codes, LocalDate day, LocalDate today) {
        LineageWalk walk = lineage.onward(codes, day);
        Map<String, Boolean> isHeld = new HashMap<>();
        return codes.stream()
                .filter(code -> walk.forward(code, day, today).stream()
                        .filter(arrival -> arrival.population() == Extent.WHOLE)
                        .flatMap(arrival -> Stream.ofNullable(arrival.code()))
                        .anyMatch(arrived -> isHeld.computeIfAbsent(arrived, each -> isBelow(held, each, today))))
                .collect(Collectors.toSet());
    }

    private boolean isBelow(Set<UUID> held, String code, LocalDate day) {
        return chain(code, day).stream().anyMatch(unit -> held.contains(unit.unitId()));
    }

    /** The unit that bears the code today, or that bore it last. */
    private Set<UUID> holderUnits(String holder, LocalDate today) {
        if (UnitCode.parse(holder).isEmpty()) {
            return Set.of();
        }
        When now = new When(today, null);
        return units.find(holder, now).map(List::of).orElseGet(() -> last(holder, now)).stream()
                .map(UnitVersion::unitId)
                .collect(Collectors.toSet());
    }

    private List<UnitVersion> last(String code, When now) {
        List<UnitVersion> versions = units.versions(code, now);
        return versions.isEmpty() ? List.of() : List.of(versions.getLast());
    }

    private List<UnitVersion> chain(String code, LocalDate day) {
        When when = new When(day, null);
        List<UnitVersion> chain =
                new ArrayList<>(units.find(code, when).stream().toList());
        chain.addAll(units.ancestors(code, when));
        return chain;
    }

    private static ProblemException outside(String holder, String code) {
        return new ProblemException(
                KitProblem.FORBIDDEN,
                Text.of(
                        "Quyền của bạn thuộc đơn vị %s, không gồm %s.",
                        "Your rights are those of unit %s and do not reach %s.", holder, code));
    }
}
