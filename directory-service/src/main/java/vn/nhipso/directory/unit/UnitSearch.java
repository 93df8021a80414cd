package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;

/** Finds units by code and by any name they ever bore, with or without diacritics, best match first. */
@ApplicationScoped
class UnitSearch {

    private static final String SEARCH = Sql.of(UnitSearch.class, "search.sql").replace("{columns}", UnitRows.COLUMNS);

    private final Database database;

    UnitSearch(Database database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param words null for everything
     * @param day null for all time
     */
    record Question(
            @Nullable String words,
            @Nullable LocalDate day,
            UnitFilter filter,
            @Nullable String parent) {}

    /** A unit found and its place in the list. */
    record Hit(UnitView unit, List<String> key) {}

    /** The last item of a page. */
    record Seen(int rank, int ended, String searchName, String code, String firstDay) {

        static Seen of(List<String> key) {
            return new Seen(
                    Integer.parseInt(key.get(0)), Integer.parseInt(key.get(1)), key.get(2), key.get(3), key.get(4));
        }
    }

    List<Hit> find(Question question, @Nullable Seen after, int limit) {
        String raw = question.words();
        String words = raw == null ? null : SearchWords.of(raw);
        if (words != null && words.isEmpty()) {
            return List.of();
        }
        return database.list(
                SEARCH,
                UnitSearch::hit,
                words,
                words == null ? null : patterns(words),
                raw == null ? null : raw.strip(),
                question.day(),
                question.filter().level(),
                question.filter().type(),
                question.parent(),
                after == null ? null : after.rank(),
                after == null ? null : after.ended(),
                after == null ? null : after.searchName(),
                after == null ? null : after.code(),
                after == null ? null : after.firstDay(),
                limit);
    }

    /** Words hold letters and digits only, so that no pattern character needs quoting. */
    private static List<String> patterns(String words) {
        return Arrays.stream(words.split(" ", -1)).map(word -> "%" + word + "%").toList();
    }

    private static Hit hit(ResultSet row) throws SQLException {
        UnitView unit = UnitView.of(UnitRows.read(row)).foundBy(row.getString("former_name"));
        return new Hit(
                unit,
                List.of(
                        row.getString("rank"),
                        row.getString("ended"),
                        row.getString("search_name"),
                        row.getString("code"),
                        row.getString("first_day")));
    }
}
