package vn.nhipso.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.rollup.Answering;
import vn.nhipso.reporting.rollup.RollupTree;
import vn.nhipso.reporting.sql.SqlText;

/** Finds where the two sides of a figure differ. */
@ApplicationScoped
public class ReconciliationService {

    private static final SqlText SQL = SqlText.of(ReconciliationService.class, "reconciliations.sql")
            .with("missing", RollupTree.missing("rollup"));
    private static final String ONE = SQL.with(
                    "units",
                    "JOIN (SELECT ?::text AS unit, ?::integer AS level) u ON u.unit = r.unit AND (u.level IS NULL OR u.level = r.level)")
            .text();
    private static final String BELOW = SQL.with("units", """
            JOIN (SELECT ?::text AS unit, ?::integer AS level) u ON u.level IS NULL OR u.level = r.level
            JOIN unit_ancestor a ON a.ancestor = u.unit AND a.unit = r.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes""").text();

    private static final Pattern PLACE = Pattern.compile("\\d{1,3}");
    private static final Pattern WEIGHT = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");

    private final Answering answering;

    ReconciliationService(Answering answering) {
        this.answering = answering;
    }

    Page<ReconciliationView> of(ReconciliationQuery query, PageQuery paging, List<String> minSequence) {
        return answering.read(minSequence, (connection, watermark) -> {
            refuseUnknown(connection, query);
            String[] filters = {query.toString()};
            Page<ReconciliationRow> page = paging.page(
                    rows(connection, query, paging, paging.after(filters)), ReconciliationRow::key, filters);
            return new Page<>(page.items().stream().map(ReconciliationRow::view).toList(), page.next());
        });
    }

    private static void refuseUnknown(Connection connection, ReconciliationQuery query) throws SQLException {
        UnitLookup units = new UnitLookup(connection);
        for (Period period : query.periods()) {
            if (units.at(List.of(query.unit()), period.end()).containsKey(query.unit())) {
                return;
            }
        }
        throw new ProblemException(
                ReportingProblem.UNIT_NOT_FOUND,
                Text.of(
                        "Không có đơn vị mang mã “%s” vào ngày %s.",
                        "No unit bears the code \"%s\" on %s.",
                        query.unit(),
                        query.periods().getLast().end()));
    }

    static List<ReconciliationRow> rows(
            Connection connection, ReconciliationQuery query, PageQuery paging, List<String> after)
            throws SQLException {
        requireKey(after);
        try (PreparedStatement select = connection.prepareStatement(query.below() ? BELOW : ONE)) {
            bind(connection, select, query, after);
            select.setInt(18, paging.size() + 1);
            try (ResultSet row = select.executeQuery()) {
                List<ReconciliationRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(ReconciliationRow.of(row));
                }
                return rows;
            }
        }
    }

    private static void bind(
            Connection connection, PreparedStatement select, ReconciliationQuery query, List<String> after)
            throws SQLException {
        select.setString(1, query.unit());
        select.setObject(2, query.level() == null ? null : query.level().depth(), Types.INTEGER);
        select.setArray(
                3,
                connection.createArrayOf(
                        "text", query.periods().stream().map(Period::toString).toArray()));
        Array indicators = some(connection, query.indicators());
        select.setArray(4, indicators);
        select.setArray(5, indicators);
        String scope = query.scope() == null ? null : query.scope().name();
        select.setString(6, scope);
        select.setString(7, scope);
        select.setBoolean(8, query.sort() == Sorting.ABSOLUTE);
        Array kinds = some(connection, query.kinds());
        select.setArray(9, kinds);
        select.setArray(10, kinds);
        boolean first = after.isEmpty();
        Integer place = first ? null : Integer.valueOf(after.getFirst());
        select.setObject(11, place, Types.INTEGER);
        select.setObject(12, place, Types.INTEGER);
        for (int key = 1; key < 6; key++) {
            select.setString(12 + key, first ? null : after.get(key));
        }
    }

    /** A cursor may bear the right mark and still be of somebody's own making. */
    private static void requireKey(List<String> after) {
        boolean ours = after.isEmpty()
                || (after.size() == 6
                        && PLACE.matcher(after.getFirst()).matches()
                        && WEIGHT.matcher(after.get(1)).matches());
        if (!ours) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
    }

    /** Nothing where all are wanted. */
    private static @Nullable Array some(Connection connection, Collection<?> values) throws SQLException {
        return values.isEmpty()
                ? null
                : connection.createArrayOf(
                        "text", values.stream().map(Object::toString).toArray());
    }
}
