package vn.nhipso.local.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhipso.local.stack.StackException;

/** The folder with the lists of the country from May 2024 on, under the names that they have there. */
public final class NationalLists {

    /** The last day of three levels, the first of two, and that of the newest list. */
    public static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1), LocalDate.of(2026, 4, 30));

    private static final String COMMITTEE = "Ủy ban Thường vụ Quốc hội";
    private static final String ASSEMBLY = "Quốc hội";

    private final Path folder;

    private NationalLists(Path folder) {
        this.folder = folder;
    }

    public static NationalLists in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StackException("There is no folder " + folder + ".");
        }
        return new NationalLists(folder);
    }

    /** In the order in which they are to be loaded. */
    public List<CountryList> lists() {
        return List.of(
                new CountryList(
                        file("units-2024-05.csv"),
                        null,
                        LocalDate.of(2024, 5, 1),
                        Act.of("1012/NQ-UBTVQH15", COMMITTEE)),
                new CountryList(
                        file("units-2024.csv"),
                        file("lineage-2024-partial.csv"),
                        LocalDate.of(2025, 3, 1),
                        Act.of("1365/NQ-UBTVQH15", COMMITTEE)),
                new CountryList(
                        file("units-2025.csv"),
                        file("lineage-2025.csv"),
                        LocalDate.of(2025, 7, 1),
                        Act.of("202/2025/QH15", ASSEMBLY)),
                new CountryList(
                        file("units-2026.csv"), null, LocalDate.of(2026, 4, 30), Act.of("237/NQ-UBTVQH16", COMMITTEE)));
    }

    public Optional<ListFile> aliases() {
        Path aliases = folder.resolve("code-aliases.csv");
        return Files.exists(aliases) ? Optional.of(ListFile.of(aliases)) : Optional.empty();
    }

    private ListFile file(String name) {
        return ListFile.of(folder.resolve(name));
    }
}
