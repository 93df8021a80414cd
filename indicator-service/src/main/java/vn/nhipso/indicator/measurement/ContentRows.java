package vn.nhipso.indicator.measurement;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.event.EventJson;

/** Reads what a measurement says from eight columns in a row: numerator, denominator, value, qualifiers, absence, stated, source, note. */
public final class ContentRows {

    private ContentRows() {}

    public static Content content(ResultSet row, int first) throws SQLException {
        return new Content(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                qualifiers(row.getArray(first + 3)),
                absence(row.getString(first + 4)),
                fromNullableJson(row.getString(first + 5), Stated.class),
                fromNullableJson(row.getString(first + 6), Source.class),
                row.getString(first + 7));
    }

    public static <T> T fromJson(String json, Class<T> type) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> @Nullable T fromNullableJson(@Nullable String json, Class<T> type) {
        return json == null ? null : fromJson(json, type);
    }

    private static @Nullable Absence absence(@Nullable String name) {
        return name == null ? null : Absence.valueOf(name);
    }

    private static List<Qualifier> qualifiers(Array names) throws SQLException {
        List<Qualifier> qualifiers = new ArrayList<>(0);
        for (String name : (String[]) names.getArray()) {
            qualifiers.add(Qualifier.valueOf(name));
        }
        return qualifiers;
    }
}
