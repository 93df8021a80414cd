package vn.nhipso.local.country;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.catalogue.CountryList;

/** What the lists say of a day: the units, and where those of before went. */
public record CountryState(LocalDate day, List<ListedUnit> units, List<ListedEdge> edges) {

    public static CountryState of(CountryList list) {
        List<ListedUnit> units =
                rows(list.units().path()).stream().map(ListedUnit::of).toList();
        List<ListedEdge> edges =
                list.lineage() == null ? List.of() : edges(list.lineage().path());
        return new CountryState(list.validFrom(), units, edges);
    }

    private static List<ListedEdge> edges(Path file) {
        return rows(file).stream().map(ListedEdge::of).toList();
    }

    private static List<List<String>> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(CsvLine::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long count(String level, @Nullable String type) {
        return units.stream()
                .filter(unit -> unit.apiLevel().equals(level)
                        && (type == null || unit.type().equals(type)))
                .count();
    }
}
