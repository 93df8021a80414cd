package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import vn.nhipso.directory.lineage.Arrival;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;

/** Whatever stewards send, in whatever order of days: what is accepted leaves one parent, no overlap, no gap and no dangling edge on any day. */
class RandomHistoryPropertyTest {

    @Property(tries = 150, seed = RandomHistory.SEED)
    void theTreeShouldBeRightOnEveryDayAfterAnyHistory(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int changes) {
        Random random = new Random(seed);
        Record record = RandomHistory.begun();
        int accepted = 0;
        for (int i = 0; i < changes; i++) {
            try {
                record.apply(RandomHistory.any(record, random));
                accepted++;
            } catch (ProblemException refused) {
                // Refused changes must leave no trace: checked below with the rest.
            }
            record.assertSound();
        }
        everyWalkShouldEndSomewhere(record);
        Statistics.label("accepted changes").collect(accepted / 5 * 5);
    }

    /** Every unit of the first day that went whole somewhere is found alive there; nothing goes nowhere silently but what ended. */
    private static void everyWalkShouldEndSomewhere(Record record) {
        LocalDate last = RandomHistory.LAST;
        for (UnitVersion unit : record.units()
                .all()
                .filter(version -> version.level() != Level.COUNTRY)
                .toList()) {
            List<Arrival> arrivals =
                    record.walk().forward(unit.code(), unit.valid().from(), last);
            for (Arrival arrival : arrivals) {
                if (arrival.code() != null
                        && record.units().at(arrival.code(), last).isEmpty()) {
                    throw new AssertionError(unit + " arrives at " + arrival + ", which does not live");
                }
            }
        }
    }
}
