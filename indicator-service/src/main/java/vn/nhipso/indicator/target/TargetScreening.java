package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.UnitHistories;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Finds out whether targets name what is there, and whether the caller may set them. */
@ApplicationScoped
class TargetScreening {

    private final Definitions definitions;
    private final Units units;

    TargetScreening(Definitions definitions, Units units) {
        this.definitions = definitions;
        this.units = units;
    }

    List<Objection> check(List<Wish> wishes, String callersUnit) {
        List<Objection> objections = new ArrayList<>();
        Map<Wish, Units.Place> places = places(wishes, objections);
        UnitHistories histories = histories(wishes, places);
        places.forEach((wish, place) -> {
            Objection objection = unit(wish, place, histories);
            if (objection != null) {
                objections.add(objection);
            }
        });
        for (Wish wish : wishes) {
            String by = wish.body().assignedBy();
            if (by != null && !histories.of(by).isKnown()) {
                objections.add(unknown(wish, "/assignedBy", by));
            }
        }
        if (!callersUnit.equals(Caller.WHOLE_TREE)) {
            rights(places, callersUnit, objections);
        }
        return objections;
    }

    /** Fails with FORBIDDEN where the unit lies outside the subtree of the caller's. */
    void requireRights(Aim aim, String callersUnit) {
        DefinitionVersions known = definitions.versions(Set.of(aim.indicator())).get(aim.indicator());
        ReportingCalendar calendar = known == null
                ? ReportingCalendar.CALENDAR
                : known.of(aim.period()).calendar();
        Units.Place place = new Units.Place(aim.unit(), calendar.closingDay(aim.period()));
        if (!callersUnit.equals(Caller.WHOLE_TREE)
                && !units.below(callersUnit, Set.of(place)).contains(place)) {
            throw new ProblemException(KitProblem.FORBIDDEN, outside(aim.unit()));
        }
    }

    /** Where each wish is: its unit on the closing day; those of indicators that do not count then are left out. */
    private Map<Wish, Units.Place> places(List<Wish> wishes, List<Objection> objections) {
        Set<String> codes = new HashSet<>();
        wishes.forEach(wish -> codes.add(wish.body().indicator()));
        Map<String, DefinitionVersions> versions = definitions.versions(codes);
        Map<Wish, Units.Place> places = new HashMap<>();
        for (Wish wish : wishes) {
            DefinitionVersions known = versions.get(wish.body().indicator());
            Definition definition = known == null ? null : known.of(wish.body().period());
            if (definition == null || !definition.isValidFor(wish.body().period())) {
                objections.add(indicator(wish, definition));
            } else {
                LocalDate day = definition.calendar().closingDay(wish.body().period());
                places.put(wish, new Units.Place(wish.body().unit(), day));
            }
        }
        return places;
    }

    private UnitHistories histories(List<Wish> wishes, Map<Wish, Units.Place> places) {
        Set<String> codes = new HashSet<>();
        for (Wish wish : wishes) {
            codes.add(wish.body().unit());
            String by = wish.body().assignedBy();
            if (by != null) {
                codes.add(by);
            }
        }
        return units.findSoon(codes, found -> places.values().stream()
                .allMatch(place -> found.of(place.code()).on(place.day()) != null));
    }

    private static Objection indicator(Wish wish, @Nullable Definition definition) {
        String code = wish.body().indicator();
        return definition == null
                ? new Objection(
                        wish.place(),
                        "/indicator",
                        IndicatorProblem.INDICATOR_UNKNOWN,
                        Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code))
                : new Objection(
                        wish.place(),
                        "/indicator",
                        IndicatorProblem.INDICATOR_NOT_VALID,
                        Text.of(
                                "Chỉ tiêu %s không có hiệu lực trong kỳ %s.",
                                "Indicator %s is not in force in %s.",
                                code,
                                wish.body().period()));
    }

    private static @Nullable Objection unit(Wish wish, Units.Place place, UnitHistories histories) {
        if (!histories.of(place.code()).isKnown()) {
            return unknown(wish, "/unit", place.code());
        }
        return histories.of(place.code()).on(place.day()) != null
                ? null
                : new Objection(
                        wish.place(),
                        "/unit",
                        IndicatorProblem.UNIT_NOT_ALIVE,
                        Text.of(
                                "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                                "No unit bore the code %1$s on %2$s.", place.code(), place.day()));
    }

    private static Objection unknown(Wish wish, String pointer, String code) {
        return new Objection(
                wish.place(),
                pointer,
                IndicatorProblem.UNIT_UNKNOWN,
                Text.of("Không có đơn vị mang mã %s.", "There is no unit with code %s.", code));
    }

    private void rights(Map<Wish, Units.Place> places, String callersUnit, List<Objection> objections) {
        Set<Units.Place> within = units.below(callersUnit, new HashSet<>(places.values()));
        places.forEach((wish, place) -> {
            if (!within.contains(place)) {
                objections.add(new Objection(
                        wish.place(), "/unit", IndicatorProblem.UNIT_OUTSIDE_RIGHTS, outside(place.code())));
            }
        });
    }

    private static Text outside(String unit) {
        return Text.of("Đơn vị %s nằm ngoài phạm vi quyền.", "Unit %s is outside your rights.", unit);
    }
}
