package vn.nhipso.reporting.rebuild;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.rebuild.RebuildResult.Difference;
import vn.nhipso.reporting.rollup.KeptPeriod;
import vn.nhipso.reporting.rollup.RollupBuild.Sum;
import vn.nhipso.reporting.rollup.RollupBuild.Unlike;

/**
 * What was made and what is served, a period at a time: both read from one state of the database, so that what is written meanwhile makes no
 * difference. What is looked at once more takes the place of what was seen before.
 */
final class Comparison {

    private static final int NAMED = 20;

    private final Map<KeptPeriod, Standing> periods = new TreeMap<>();
    private final Map<KeptPeriod, Unlike> unlike = new TreeMap<>();
    private final List<KeptPeriod> unkept = new ArrayList<>();

    /** Both sides of a period; one that has no rollups has no sum. */
    private record Standing(@Nullable Sum made, @Nullable Sum served) {

        boolean isOneSided() {
            return made == null || served == null;
        }

        long rows() {
            return Math.max(made == null ? 0 : made.rows(), served == null ? 0 : served.rows());
        }

        boolean isEqual() {
            return made == null
                    ? served == null
                    : served != null
                            && made.rows() == served.rows()
                            && made.checksum().compareTo(served.checksum()) == 0;
        }
    }

    synchronized void saw(Collection<KeptPeriod> looked, List<Sum> made, List<Sum> served) {
        Map<KeptPeriod, Sum> here = byPeriod(made);
        Map<KeptPeriod, Sum> there = byPeriod(served);
        for (KeptPeriod period : looked) {
            periods.put(period, new Standing(here.get(period), there.get(period)));
            unlike.remove(period);
        }
    }

    private static Map<KeptPeriod, Sum> byPeriod(List<Sum> sums) {
        return sums.stream().collect(Collectors.toMap(Sum::of, sum -> sum));
    }

    /** Periods that were not kept as their definitions say. */
    synchronized void sawUnkept(List<KeptPeriod> found) {
        unkept.addAll(found);
    }

    /** Whether nothing that was looked at yet differs. */
    synchronized boolean isEqual() {
        return unkept.isEmpty() && periods.values().stream().allMatch(Standing::isEqual);
    }

    /** Those that differ and of which nobody has said yet in what. Of many that are missing as wholes it is enough to count the rows. */
    synchronized List<KeptPeriod> unexplained() {
        List<KeptPeriod> unexplained = new ArrayList<>();
        int oneSided = 0;
        for (Map.Entry<KeptPeriod, Standing> entry : periods.entrySet()) {
            Standing standing = entry.getValue();
            if (standing.isEqual() || unlike.containsKey(entry.getKey())) {
                continue;
            }
            if (standing.isOneSided() && ++oneSided > NAMED) {
                unlike.put(entry.getKey(), new Unlike(entry.getKey(), standing.rows(), List.of()));
            } else {
                unexplained.add(entry.getKey());
            }
        }
        return unexplained;
    }

    /** Those that are not what is served, as many as together have so many rows. */
    synchronized List<KeptPeriod> differing(long rows) {
        List<KeptPeriod> differing = new ArrayList<>();
        long left = rows;
        for (Map.Entry<KeptPeriod, Standing> entry : periods.entrySet()) {
            Standing standing = entry.getValue();
            if (!standing.isEqual() && standing.rows() <= left) {
                differing.add(entry.getKey());
                left -= standing.rows();
            }
        }
        return differing;
    }

    synchronized void explain(List<Unlike> found) {
        found.forEach(rows -> unlike.put(rows.of(), rows));
    }

    synchronized RebuildResult result(long facts, BigDecimal seconds) {
        long rows = 0;
        BigInteger checksum = BigInteger.ZERO;
        for (Standing standing : periods.values()) {
            if (standing.made() != null) {
                rows += standing.made().rows();
                checksum = checksum.add(standing.made().checksum().toBigIntegerExact());
            }
        }
        List<Difference> named = new ArrayList<>();
        unkept.forEach(period -> named.add(new Difference(period.indicator(), period.period(), null)));
        unlike.forEach((period, of) ->
                of.units().forEach(unit -> named.add(new Difference(period.indicator(), period.period(), unit))));
        long differing =
                unkept.size() + unlike.values().stream().mapToLong(Unlike::rows).sum();
        return new RebuildResult(
                rows,
                checksum.toString(16),
                differing == 0,
                differing,
                named.stream().limit(NAMED).toList(),
                facts,
                seconds);
    }
}
