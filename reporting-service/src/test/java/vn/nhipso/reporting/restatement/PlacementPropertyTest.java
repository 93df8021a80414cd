package vn.nhipso.reporting.restatement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.reporting.testing.ReportingDatabase;

/** However a country is reorganised: its people are where the plain rules say, and all of them are somewhere. */
class PlacementPropertyTest {

    private static final List<LocalDate> MOMENTS =
            List.of("2024-01-15", "2024-01-31", "2024-02-29", "2024-04-30", "2024-06-30", "2024-12-31").stream()
                    .map(LocalDate::parse)
                    .toList();
    private static int run;

    private static final ReportingDatabase DATABASE = new ReportingDatabase();

    @Property(tries = 2, seed = "5103", shrinking = ShrinkingMode.OFF)
    void placementsShouldBeThoseOfThePlainRulesInBothDirectionsOfTime(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(random, "h" + ++run + "-");
        DATABASE.apply(history.events());
        PlacementOracle oracle = new PlacementOracle(history);
        try (Connection connection = DATABASE.connection()) {
            for (LocalDate day : MOMENTS) {
                compare(connection, oracle, day, oracle.living(day), seed);
                List<String> units = oracle.living(day);
                compare(connection, oracle, day, List.of(units.get(random.nextInt(units.size()))), seed);
            }
        }
    }

    private static void compare(
            Connection connection, PlacementOracle oracle, LocalDate day, List<String> asked, long seed)
            throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Placement placement : new Placements(connection).of(asked, day, MOMENTS)) {
            found.merge(
                    placement.closes() + " " + placement.unit(), say(placement), (one, other) -> one + ", " + other);
            assertThat(placement.way()).isEqualTo(oracle.way(placement.unit(), placement.closes()));
            assertThat(placement.placeWay()).isEqualTo(oracle.way(placement.place(), day));
        }
        for (LocalDate closes : MOMENTS) {
            for (String unit : closes.equals(day) ? List.<String>of() : oracle.living(closes)) {
                Map<PlacementOracle.Placed, BigDecimal> places = oracle.place(unit, closes, day);
                assertThat(places.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(BigDecimal.ONE);
                String here = found.get(closes + " " + unit);
                boolean wanted = places.keySet().stream()
                        .flatMap(placed -> oracle.way(placed.place(), day).stream())
                        .anyMatch(asked::contains);
                if (wanted || here != null) {
                    assertThat(here == null ? null : sorted(here))
                            .as("seed %s: %s of %s on %s asked %s", seed, unit, closes, day, asked)
                            .isEqualTo(sorted(say(places)));
                }
            }
        }
    }

    private static String say(Placement placement) {
        return say(placement.place(), placement.how().name(), placement.share());
    }

    private static String say(Map<PlacementOracle.Placed, BigDecimal> places) {
        return places.entrySet().stream()
                .map(entry -> say(entry.getKey().place(), entry.getKey().how(), entry.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static String say(String place, String how, BigDecimal share) {
        return how + " " + share.stripTrailingZeros().toPlainString() + " at " + place;
    }

    private static String sorted(String places) {
        return String.join(
                ", ", java.util.Arrays.stream(places.split(", ")).sorted().toList());
    }
}
