package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.check.Size;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.kit.period.Period;

/** Reads what figures are held against: one statement for the periods before, one for the units beside, whatever the number of figures. */
@ApplicationScoped
class ComparisonStore {

    private static final String HISTORY = SqlResource.load(ComparisonStore.class, "history.sql");
    private static final String SIBLINGS = SqlResource.load(ComparisonStore.class, "siblings.sql");

    /** Of those that exist. */
    List<History> histories(Connection tx, Collection<Subject> asked) throws SQLException {
        List<Subject> subjects = List.copyOf(asked);
        try (PreparedStatement select = tx.prepareStatement(HISTORY)) {
            keys(tx, select, subjects);
            array(tx, select, 6, "text", subjects, subject -> subject.previous().toString());
            array(tx, select, 7, "date", subjects, subject -> subject.closingDay(subject.previous()));
            array(tx, select, 8, "text", subjects, subject -> text(subject.lastYear()));
            array(tx, select, 9, "date", subjects, ComparisonStore::lastYearDay);
            List<History> histories = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    histories.add(history(row, subjects.get(row.getInt(1) - 1)));
                }
            }
            return histories;
        }
    }

    private static History history(ResultSet row, Subject subject) throws SQLException {
        return new History(
                subject,
                subject.definition(row.getInt(2)),
                row.getBoolean(18),
                Figures.read(row, 4, row.getString(3)),
                row.getBoolean(8) ? Figures.read(row, 9, null) : null,
                row.getBoolean(13) ? Figures.read(row, 14, null) : null);
    }

    /** The units beside each, itself included; subjects of one group are asked for once. */
    Collection<Group> groups(Connection tx, Collection<Subject> asked) throws SQLException {
        List<Subject> subjects = List.copyOf(asked);
        Map<Integer, Group> groups = new TreeMap<>();
        try (PreparedStatement select = tx.prepareStatement(SIBLINGS)) {
            keys(tx, select, subjects);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Subject subject = subjects.get(row.getInt(1) - 1);
                    groups.computeIfAbsent(row.getInt(1), n -> new Group())
                            .add(member(row, subject.of(row.getString(2))));
                }
            }
        }
        return groups.values();
    }

    private static Group.Member member(ResultSet row, Subject subject) throws SQLException {
        int version = row.getInt(3);
        Definition definition = subject.definition(version);
        Content standing = Figures.read(row, 5, null);
        Size stands = Size.of(definition, subject.scope(), standing);
        Size waits = row.getBoolean(9) ? Size.of(definition, subject.scope(), Figures.read(row, 10, null)) : stands;
        return new Group.Member(subject, version, waits, row.getBoolean(4) ? stands : null);
    }

    private static void keys(Connection tx, PreparedStatement select, List<Subject> subjects) throws SQLException {
        array(tx, select, 1, "text", subjects, Subject::unit);
        array(tx, select, 2, "text", subjects, subject -> subject.period().toString());
        array(tx, select, 3, "text", subjects, Subject::indicator);
        array(tx, select, 4, "text", subjects, subject -> subject.scope().name());
        array(tx, select, 5, "date", subjects, Subject::closingDay);
    }

    private static void array(
            Connection tx,
            PreparedStatement statement,
            int place,
            String type,
            List<Subject> subjects,
            Function<Subject, @Nullable Object> column)
            throws SQLException {
        Object[] values = new Object[subjects.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = column.apply(subjects.get(index));
        }
        statement.setArray(place, tx.createArrayOf(type, values));
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }

    private static @Nullable Object lastYearDay(Subject subject) {
        Period lastYear = subject.lastYear();
        return lastYear == null ? null : subject.closingDay(lastYear);
    }
}
