package vn.nhipso.reporting.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Puts definitions and targets into the tables, every revision of them. */
public final class CatalogueStore {

    private static final SqlText DEFINITIONS = SqlText.of(CatalogueStore.class, "store-definitions.sql");
    private static final SqlText TARGETS = SqlText.of(CatalogueStore.class, "store-targets.sql");

    private final Connection transaction;

    public CatalogueStore(Connection transaction) {
        this.transaction = transaction;
    }

    public void storeDefinitions(List<IndicatorDefined> definitions) throws SQLException {
        Rows<IndicatorDefined> rows = new Rows<>(transaction, definitions);
        try (PreparedStatement store = transaction.prepareStatement(DEFINITIONS.text())) {
            store.setArray(1, rows.column("text", IndicatorDefined::code));
            store.setArray(2, rows.column("int4", IndicatorDefined::revision));
            store.setArray(3, rows.column("int4", IndicatorDefined::version));
            store.setArray(
                    4, rows.column("text", definition -> definition.names().vi()));
            store.setArray(
                    5, rows.column("text", definition -> definition.names().en()));
            store.setArray(6, rows.column("text", IndicatorDefined::pillar));
            store.setArray(7, rows.column("text", IndicatorDefined::kind));
            store.setArray(8, rows.column("text", IndicatorDefined::nature));
            store.setArray(9, rows.column("text", IndicatorDefined::unitOfMeasure));
            store.setArray(10, rows.column("int2", IndicatorDefined::decimals));
            store.setArray(11, rows.column("text", IndicatorDefined::direction));
            store.setArray(12, rows.column("int2", IndicatorDefined::reportedByBits));
            store.setArray(13, rows.column("int2", IndicatorDefined::lowest));
            store.setArray(14, rows.column("text", IndicatorDefined::frequency));
            store.setArray(15, rows.column("text", d -> d.calendar() == null ? "CALENDAR" : d.calendar()));
            store.setArray(16, rows.column("text", IndicatorDefined::weight));
            store.setArray(17, rows.column("bool", IndicatorDefined::above100));
            store.setArray(18, rows.column("text", IndicatorDefined::valid));
            store.setArray(19, rows.column("timestamptz", d -> d.recordedAt().atOffset(ZoneOffset.UTC)));
            store.executeUpdate();
        }
    }

    public void storeTargets(List<TargetSet> targets) throws SQLException {
        Periods.know(
                transaction,
                targets.stream()
                        .map(target -> Period.parse(target.period()))
                        .distinct()
                        .toList());
        Rows<TargetSet> rows = new Rows<>(transaction, targets);
        try (PreparedStatement store = transaction.prepareStatement(TARGETS.text())) {
            store.setArray(1, rows.column("text", TargetSet::indicator));
            store.setArray(2, rows.column("text", TargetSet::unit));
            store.setArray(3, rows.column("text", target -> Period.parse(target.period())
                    .toString()));
            store.setArray(4, rows.column("int4", TargetSet::revision));
            store.setArray(5, rows.column("text", TargetSet::id));
            store.setArray(6, rows.column("text", TargetSet::comparator));
            store.setArray(7, rows.column("numeric", TargetSet::value));
            store.setArray(
                    8, rows.column("int2", t -> t.qualifiers() == null ? (short) 0 : Marks.bits(t.qualifiers())));
            store.setArray(9, rows.column("text", t -> t.document() == null ? null : EventJson.write(t.document())));
            store.setArray(10, rows.column("text", TargetSet::assignedBy));
            store.setArray(11, rows.column("timestamptz", t -> t.recordedAt().atOffset(ZoneOffset.UTC)));
            store.setArray(12, rows.column("bool", target -> Boolean.TRUE.equals(target.withdrawn())));
            store.executeUpdate();
        }
    }
}
