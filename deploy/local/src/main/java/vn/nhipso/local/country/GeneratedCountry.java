package vn.nhipso.local.country;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.nhipso.local.catalogue.Act;
import vn.nhipso.local.catalogue.CountryList;
import vn.nhipso.local.catalogue.ListFile;
import vn.nhipso.local.stack.StackException;

/** A made-up country of the real one's size and history, the same one every time; none of its units exists. */
public final class GeneratedCountry {

    private static final long SEED = 20_250_701;
    private static final int CITY = 40;
    private static final int TOWNS = 10;

    private GeneratedCountry() {}

    /** Writes its lists into a folder, in the order in which they are to be loaded. */
    public static List<CountryList> in(Path folder) {
        Random random = new Random(SEED);
        List<ListedUnit> before = ThreeLevels.units(random);
        TwoLevels.Reorganised after = TwoLevels.of(before, random);
        try {
            Files.createDirectories(folder);
            ListFile three = units(folder.resolve("three-levels.csv"), before);
            ListFile two = units(folder.resolve("two-levels.csv"), after.units());
            ListFile lineage = write(
                    folder.resolve("lineage.csv"),
                    ListedEdge.HEADER,
                    after.edges().stream().map(ListedEdge::row));
            ListFile retyped = units(folder.resolve("retyped.csv"), retyped(after.units()));
            return List.of(
                    new CountryList(three, null, LocalDate.of(2024, 5, 1), Act.of("BENCH-1", "deploy/local/bench")),
                    new CountryList(
                            two, lineage, LocalDate.of(2025, 7, 1), Act.of(ListedEdge.ACT, "deploy/local/bench")),
                    new CountryList(retyped, null, LocalDate.of(2026, 4, 30), Act.of("BENCH-3", "deploy/local/bench")));
        } catch (IOException e) {
            throw new StackException(
                    "The lists of the benchmark cannot be written to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    /** One province becomes a city of the centre, and ten of its communes towns: no code changes. */
    private static List<ListedUnit> retyped(List<ListedUnit> units) {
        ListedUnit city = units.stream()
                .filter(unit -> unit.isProvince() && Integer.parseInt(unit.code()) >= CITY)
                .findFirst()
                .orElseThrow();
        List<ListedUnit> retyped = new ArrayList<>();
        int towns = 0;
        for (ListedUnit unit : units) {
            boolean town = unit.parent().equals(city.code()) && unit.type().equals("xã") && towns < TOWNS;
            towns += town ? 1 : 0;
            retyped.add(
                    unit.equals(city)
                            ? unit.retyped("thành phố trực thuộc trung ương")
                            : town ? unit.retyped("phường") : unit);
        }
        return retyped;
    }

    private static ListFile units(Path file, List<ListedUnit> units) throws IOException {
        return write(file, ListedUnit.HEADER, units.stream().map(ListedUnit::row));
    }

    private static ListFile write(Path file, String header, Stream<String> rows) throws IOException {
        Files.write(file, (Iterable<String>) Stream.concat(Stream.of(header), rows)::iterator);
        return ListFile.of(file);
    }
}
