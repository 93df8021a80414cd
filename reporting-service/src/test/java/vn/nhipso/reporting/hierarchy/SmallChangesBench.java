package vn.nhipso.reporting.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** How long small changes of units take that arrive together, in a country of the real one's size: {@code -Dtest=SmallChangesBench -Dnhipso.bench=true}. */
@EnabledIfSystemProperty(named = "nhipso.bench", matches = "true")
class SmallChangesBench {

    private static final Logger LOG = Logger.getLogger(SmallChangesBench.class);
    private static final int PROVINCES = 63;
    private static final int DISTRICTS = 11;
    private static final int COMMUNES = 15;
    private static final int CHANGES = 300;

    private final ReportingDatabase database = new ReportingDatabase();

    @Test
    void measure() throws Exception {
        List<Version> units = new ArrayList<>();
        for (int province = 0; province < PROVINCES; province++) {
            units.add(Events.unit("p" + province, "PROVINCE", "VN"));
            for (int district = 0; district < DISTRICTS; district++) {
                String code = province + "-" + district;
                units.add(Events.unit("d" + code, "DISTRICT", "p" + province));
                for (int commune = 0; commune < COMMUNES; commune++) {
                    units.add(Events.unit("c" + code + "-" + commune, "COMMUNE", "d" + code));
                }
            }
        }
        apply("a list of " + units.size() + " units", Events.change(1, units));
        apply("300 communes that lie elsewhere, one by one", moves(0, CHANGES));
        for (int one = 0; one < 3; one++) {
            apply("one more", moves(CHANGES + one, 1));
        }
        apply("300 mergers of two communes", mergers());
    }

    private static List<Event> moves(int first, int count) {
        List<Event> events = new ArrayList<>();
        for (int change = first; change < first + count; change++) {
            String code = change % PROVINCES + "-" + change / PROVINCES;
            String province = Integer.toString(change % PROVINCES);
            Version until = new Version("c" + code + "-0", "Xã", "COMMUNE", "d" + code, "2004-01-01", "2024-03-01");
            Version since = new Version("c" + code + "-0", "Xã", "COMMUNE", "d" + province + "-10", "2024-03-01", null);
            events.addAll(Events.change(2, List.of(until, since)));
        }
        return events;
    }

    private static List<Event> mergers() {
        List<Event> events = new ArrayList<>();
        for (int change = 0; change < CHANGES; change++) {
            String code = change % PROVINCES + "-" + change / PROVINCES;
            Version until = new Version("c" + code + "-1", "Xã", "COMMUNE", "d" + code, "2004-01-01", "2024-06-01");
            events.addAll(Events.change(2, List.of(until), "c" + code + "-1>c" + code + "-2@2024-06-01 WHOLE"));
        }
        return events;
    }

    private void apply(String what, List<Event> events) throws Exception {
        long begin = System.nanoTime();
        database.apply(events);
        LOG.infof("bench %s: %,d ms", what, (System.nanoTime() - begin) / 1_000_000);
    }
}
