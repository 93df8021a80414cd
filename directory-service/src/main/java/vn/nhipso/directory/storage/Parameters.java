package vn.nhipso.directory.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds Java values to a statement; a collection becomes an array of the type of its first element. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Collection<?> list ->
                statement.setArray(
                        place,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        typeOf(list),
                                        list.stream().map(Parameters::plain).toArray()));
            case Instant moment -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
            case Enum<?> word -> statement.setString(place, word.name());
            default -> statement.setObject(place, value);
        }
    }

    private static String typeOf(Collection<?> list) {
        Object first = list.stream()
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .findFirst()
                .orElse("");
        return switch (first) {
            case UUID id -> "uuid";
            case LocalDate day -> "date";
            case Integer number -> "int4";
            default -> "text";
        };
    }

    /** As text where the driver has no array of that type. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UUID id -> id;
            case LocalDate day -> java.sql.Date.valueOf(day);
            case Integer number -> number;
            default -> value.toString();
        };
    }
}
