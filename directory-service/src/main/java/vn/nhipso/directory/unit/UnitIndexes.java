package vn.nhipso.directory.unit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Keeps the index of this process. Every question compares it with the newest recorded change first, so that all replicas answer
 * the same; what has changed since is read and put beside it.
 */
@ApplicationScoped
class UnitIndexes {

    /** Beyond this the index is built anew. */
    private static final int UNITS_BESIDE = 2_000;

    /** Former moments that are kept. */
    private static final int MOMENTS = 2;

    private static final int PATIENCE_SECONDS = 2;

    private static final Text BUSY = new Text(
            "Đang đọc trạng thái của một thời điểm khác trong quá khứ.", "Another moment of the past is being read.");

    private static final String NEWEST = "SELECT max(recorded_at) AS moment FROM unit_change";
    private static final String NEWEST_BY = NEWEST + " WHERE recorded_at <= ?::timestamptz";
    private static final String ALL = sql("index-all.sql");
    private static final String SINCE = sql("index-since.sql");
    private static final String AS_OF = "SELECT " + UnitRows.COLUMNS + " FROM unit_version_as_of(?::timestamptz) u";

    private final Database database;
    private final ReentrantLock onePast = new ReentrantLock();
    private volatile @Nullable UnitIndex present;
    private final Map<Instant, UnitIndex> former = new LinkedHashMap<>();

    UnitIndexes(Database database) {
        this.database = database;
    }

    /** Reads all units before somebody asks; who asks earlier waits for it. */
    void prepare(@Observes StartupEvent started) {
        Thread.ofVirtual().name("unit-index").start(this::present);
    }

    /** All units as known at a moment; null for now. */
    UnitIndex known(@Nullable Instant asOf) {
        return asOf == null ? present() : former(asOf);
    }

    private UnitIndex present() {
        Instant newest = moment(NEWEST);
        UnitIndex index = present;
        return index != null && !index.known().isBefore(newest) ? index : renewed(newest);
    }

    private synchronized UnitIndex renewed(Instant newest) {
        UnitIndex index = present;
        if (index != null && !index.known().isBefore(newest)) {
            return index;
        }
        UnitIndex renewed = index == null ? all() : since(index);
        present = renewed;
        return renewed;
    }

    private UnitIndex all() {
        Rows rows = read(ALL);
        return UnitIndex.of(rows.known, rows.versions);
    }

    private UnitIndex since(UnitIndex index) {
        Rows rows = read(SINCE, index.built(), index.built(), UNITS_BESIDE + 1);
        return rows.touched.size() > UNITS_BESIDE ? all() : index.with(rows.known, rows.touched, rows.versions);
    }

    /** Fails with UNAVAILABLE while others wait for a moment to be read: nobody who asks about the past holds up who asks about now. */
    private UnitIndex former(Instant asOf) {
        Instant newest = moment(NEWEST_BY, asOf);
        try {
            if (!onePast.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(KitProblem.UNAVAILABLE, BUSY).withRetryAfter(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(KitProblem.UNAVAILABLE, BUSY).withRetryAfter(1);
        }
        try {
            return formerAt(newest);
        } finally {
            onePast.unlock();
        }
    }

    private UnitIndex formerAt(Instant newest) {
        UnitIndex index = former.remove(newest);
        if (index == null) {
            index = UnitIndex.of(newest, database.list(AS_OF, UnitRows::read, newest));
        }
        former.put(newest, index);
        if (former.size() > MOMENTS) {
            former.remove(former.keySet().iterator().next());
        }
        return index;
    }

    private Instant moment(String sql, @Nullable Object... parameters) {
        return database.find(sql, row -> row.getObject("moment", OffsetDateTime.class), parameters)
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** What one statement saw: the newest change together with the units as it left them. */
    private record Rows(Instant known, Set<UUID> touched, List<UnitVersion> versions) {}

    private record Row(
            Instant known, @Nullable UUID touched, @Nullable UnitVersion version) {}

    private Rows read(String sql, @Nullable Object... parameters) {
        List<Row> rows = database.list(
                sql,
                row -> new Row(
                        row.getObject("known", OffsetDateTime.class).toInstant(),
                        row.getObject("touched", UUID.class),
                        row.getString("code") == null ? null : UnitRows.read(row)),
                parameters);
        Set<UUID> touched = new LinkedHashSet<>();
        rows.stream().map(Row::touched).filter(Objects::nonNull).forEach(touched::add);
        List<UnitVersion> versions =
                rows.stream().map(Row::version).filter(Objects::nonNull).toList();
        return new Rows(rows.getFirst().known, touched, versions);
    }

    private static String sql(String name) {
        return Sql.of(UnitIndexes.class, name).replace("{columns}", UnitRows.COLUMNS);
    }
}
