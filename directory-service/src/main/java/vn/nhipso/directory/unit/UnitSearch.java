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

    private static final int KEY_PARTS = 5;
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

    List<Hit> find(Question question, List<String> after, int limit) {
        String words = question.words() == null ? null : SearchWords.of(question.words());
        boolean nothingToFind = words != null && words.isEmpty();
        boolean first = after.size() < KEY_PARTS;
        return nothingToFind
                ? List.of()
                : database.list(
                        SEARCH,
                        UnitSearch::hit,
                        words,
                        words == null ? null : patterns(words),
                        question.words() == null ? null : question.words().strip(),
                        question.day(),
                        question.filter().level(),
                        question.filter().type(),
                        question.parent(),
                        first ? null : Integer.valueOf(after.get(0)),
                        first ? null : Integer.valueOf(after.get(1)),
                        first ? null : after.get(2),
                        first ? null : after.get(3),
                        first ? null : after.get(4),
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
