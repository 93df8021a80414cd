package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the register says, counted one by one. */
record RegisterOracle(List<Hamlet> hamlets, List<Team> teams, List<People> people) {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    record Span(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    record Hamlet(String code, String commune, Span span) {}

    record Place(String unit, Span span) {}

    record Team(String kind, Span span, List<Place> places, Map<LocalDate, Integer> sizes) {
        boolean standsIn(Predicate<String> unit, LocalDate day) {
            return kind.equals("COMMUNITY")
                    && span.holds(day)
                    && places.stream().anyMatch(place -> place.span().holds(day) && unit.test(place.unit()));
        }

        int members(LocalDate day) {
            NavigableMap<LocalDate, Integer> known = new TreeMap<>(sizes);
            Map.Entry<LocalDate, Integer> last = known.floorEntry(day);
            return last == null ? 0 : last.getValue();
        }
    }

    record People(String commune, LocalDate day, int number) {}

    /** Numerator, denominator, counted and expected; empty where no commune has a figure. */
    String says(String indicator, LocalDate day, List<String> communes) {
        long n = 0;
        long d = 0;
        int counted = 0;
        for (String commune : communes) {
            List<Hamlet> inside = hamlets.stream()
                    .filter(hamlet ->
                            hamlet.commune().equals(commune) && hamlet.span().holds(day))
                    .toList();
            List<Team> here = teams.stream()
                    .filter(team -> team.standsIn(
                            unit -> unit.equals(commune)
                                    || inside.stream()
                                            .anyMatch(hamlet -> hamlet.code().equals(unit)),
                            day))
                    .toList();
            boolean known = !inside.isEmpty() || !here.isEmpty();
            long members = here.stream().mapToInt(team -> team.members(day)).sum();
            Integer number = people(commune, day);
            switch (indicator) {
                case "REG-HAMLETS" -> {
                    n += inside.stream()
                            .filter(hamlet ->
                                    teams.stream().anyMatch(team -> team.standsIn(hamlet.code()::equals, day)))
                            .count();
                    d += inside.size();
                    counted += inside.isEmpty() ? 0 : 1;
                }
                case "REG-MEMBERS-100" -> {
                    boolean counts = known && number != null && number > 0;
                    n += counts ? members : 0;
                    d += counts ? number : 0;
                    counted += counts ? 1 : 0;
                }
                default -> {
                    n += indicator.equals("REG-TEAMS") ? here.size() : members;
                    counted += known ? 1 : 0;
                }
            }
        }
        return counted == 0
                ? ""
                : say(
                        BigDecimal.valueOf(n),
                        indicator.endsWith("S") && !indicator.equals("REG-HAMLETS") ? null : BigDecimal.valueOf(d),
                        counted,
                        communes.size());
    }

    /** The newest of the same people, of the day or before: the reform made others of those whose code lived on. */
    private Integer people(String commune, LocalDate day) {
        return people.stream()
                .filter(count -> count.commune().equals(commune) && !count.day().isAfter(day))
                .filter(count -> count.day().isBefore(REFORM) == day.isBefore(REFORM))
                .max(java.util.Comparator.comparing(People::day))
                .map(People::number)
                .orElse(null);
    }

    static String say(BigDecimal n, BigDecimal d, int counted, int expected) {
        return (n == null ? "" : n.toPlainString()) + "/" + (d == null ? "" : d.toPlainString()) + " of " + counted
                + "/" + expected;
    }
}
