package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.time.VietnamTime;

/** Finds definitions as they stand. */
@ApplicationScoped
class IndicatorQuery {

    private static final String LIST = SqlResource.load(IndicatorQuery.class, "list.sql");

    private final DataSource dataSource;
    private final IndicatorStore store;
    private final Clock clock;

    IndicatorQuery(DataSource dataSource, IndicatorStore store, Clock clock) {
        this.dataSource = dataSource;
        this.store = store;
        this.clock = clock;
    }

    /** A definition and how well it fits the words; better is more. */
    record Found(IndicatorView view, int rank) {

        List<String> key() {
            return List.of(Integer.toString(rank), view.code());
        }
    }

    Optional<IndicatorView> find(String code) {
        return Optional.ofNullable(store.present(List.of(code)).get(code)).map(IndicatorView::of);
    }

    /** All that fit, on one page. */
    List<IndicatorView> all(IndicatorFilter filter) {
        return list(filter, List.of(), Integer.MAX_VALUE).stream()
                .map(Found::view)
                .toList();
    }

    /** @param after the key of the last one seen; empty to begin */
    List<Found> list(IndicatorFilter filter, List<String> after, int size) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setString(1, filter.wantedWords());
            list.setString(2, name(filter.pillar));
            list.setString(3, name(filter.kind));
            list.setString(4, name(filter.level));
            list.setString(5, name(filter.frequency));
            LocalDate day = filter.validOn == null ? VietnamTime.today(clock) : filter.validOn;
            list.setObject(6, day);
            list.setString(7, name(filter.wantedStatus()));
            int rank = rank(after);
            list.setInt(8, rank);
            list.setInt(9, rank);
            list.setString(10, after.isEmpty() ? "" : after.get(1));
            list.setInt(11, size);
            List<Found> found = new ArrayList<>();
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    found.add(new Found(IndicatorView.of(IndicatorStore.indicator(row)), row.getInt(6)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("catalogue not read", failed);
        }
    }

    private static int rank(List<String> after) {
        try {
            return after.size() == 2 ? Integer.parseInt(after.getFirst()) : Integer.MAX_VALUE;
        } catch (NumberFormatException forged) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
