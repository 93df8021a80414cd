package vn.nhipso.local.journey;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of {@code facts.csv}, the project's own copy of what the five texts say. */
record Fact(Map<String, String> columns) {

    static List<Fact> all() {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (InputStream in = Objects.requireNonNull(Fact.class.getResourceAsStream("/facts.csv"), "facts.csv");
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(header)
                        .readValues(in)) {
            return rows.readAll().stream().map(Fact::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fact of(String id) {
        return all().stream()
                .filter(fact -> fact.get("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Empty where the text says nothing. */
    String get(String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }

    boolean has(String column) {
        return !get(column).isEmpty();
    }

    Set<String> qualifiers() {
        return Arrays.stream(get("qualifiers").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    String title() {
        return get("id") + " " + get("loaded_as") + " " + get("indicator") + " " + get("unit_code") + " "
                + get("period") + " " + get("scope");
    }

    String measurementQuery() {
        return "/v1/measurements?indicator=" + get("indicator") + "&unit=" + get("unit_code") + "&period="
                + get("period") + "&scope=" + get("scope");
    }
}
