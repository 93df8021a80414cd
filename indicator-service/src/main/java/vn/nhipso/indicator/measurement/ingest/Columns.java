package vn.nhipso.indicator.measurement.ingest;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.kit.event.EventJson;

/** Binds rows to a statement column by column, as arrays for unnest. */
final class Columns<R> {

    private final PreparedStatement statement;
    private final List<R> rows;
    private int next = 1;

    Columns(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    Columns<R> add(String type, Function<R, @Nullable Object> column) throws SQLException {
        String array = type.equals("text") ? ArrayLiteral.quoted(rows, column) : ArrayLiteral.plain(rows, column);
        // Of no type by itself: the statement says what each array is of.
        statement.setObject(next++, array, Types.OTHER);
        return this;
    }

    /** The columns of what a measurement says, in their order in every statement. */
    Columns<R> addContent(Function<R, Content> content) throws SQLException {
        return add("numeric", row -> content.apply(row).numerator())
                .add("numeric", row -> content.apply(row).denominator())
                .add("numeric", row -> content.apply(row).value())
                .add("text", row -> qualifiers(content.apply(row).exactness()))
                .add("text", row -> name(content.apply(row).absence()))
                .add("text", row -> json(content.apply(row).stated()))
                .add("text", row -> json(content.apply(row).source()))
                .add("text", row -> content.apply(row).note());
    }

    Columns<R> set(Object value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    static @Nullable String json(@Nullable Object value) {
        return value == null ? null : EventJson.write(value);
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** An array within an array of text. */
    private static String qualifiers(List<Qualifier> qualifiers) {
        return qualifiers.isEmpty()
                ? "{}"
                : "{"
                        + String.join(
                                ",", qualifiers.stream().map(Qualifier::name).toList()) + "}";
    }
}
