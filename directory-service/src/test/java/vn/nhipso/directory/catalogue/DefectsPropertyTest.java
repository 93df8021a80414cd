package vn.nhipso.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.change.ListedEdge;
import vn.nhipso.directory.change.UnitList;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;

/** Whatever is wrong with a row, it is named with its line and no other row is. */
class DefectsPropertyTest {

    private static final int ROWS = 300;

    @Property(tries = 40)
    void everyBadRowShouldBeNamedAndNoGoodOne(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"10", "Mười", "Tỉnh Mười", "tỉnh", "province", ""});
        rows.add(new String[] {"101", "Một", "Huyện Một", "huyện", "Cấp huyện", "10"});
        for (int i = 0; i < ROWS; i++) {
            rows.add(new String[] {"%05d".formatted(i), "Xã " + i, "Xã Xã " + i, "xã", "xã", "101"});
        }
        TreeSet<Integer> bad = new TreeSet<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            int row = 3 + random.nextInt(ROWS - 1);
            if (bad.add(row + 2)) {
                spoil(rows.get(row), random);
            }
        }
        StringBuilder csv = new StringBuilder(Lists.HEADER);
        rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        FileErrors errors = new FileErrors();
        UnitList list = units(csv.toString(), errors);
        assertThat(new TreeSet<>(errors.listed().stream().map(ProblemError::row).toList()))
                .isEqualTo(bad);
        assertThat(list.units()).hasSizeGreaterThanOrEqualTo(rows.size() - bad.size());
    }

    private static void spoil(String[] row, Random random) {
        switch (random.nextInt(12)) {
            case 0 -> row[0] = "00000";
            case 1 -> row[0] = row[0].substring(1);
            case 2 -> row[0] = row[0] + "x";
            case 3 -> row[1] = "";
            case 4 -> row[1] = "a\u200fb";
            case 5 -> row[2] = "=HYPERLINK(1)";
            case 6 -> row[3] = "huyện";
            case 7 -> row[4] = "district";
            case 8 -> row[4] = "ward";
            case 9 -> row[5] = "109";
            case 10 -> row[5] = row[0];
            default -> row[1] = "x".repeat(10_000);
        }
    }

    @Test
    void aListWhoseEveryRowIsBadShouldBeCountedWhole() throws IOException {
        FileErrors errors = new FileErrors();
        units(Lists.HEADER + "1,x,x,x,x,x\n".repeat(20_000), errors);
        assertThat(errors.listed()).hasSize(1_000);
        assertThat(errors.count()).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void extentsShouldFollowTheKindAndTheKindTheNumberOfEdges() throws IOException {
        FileErrors errors = new FileErrors();
        List<ListedEdge> edges = edges("""
                old_code,new_code,kind,area,population,note
                00001,00002,whole,,,
                00003,00002,part,,Toàn bộ,Nhập một phần diện tích
                00004,,,,,chưa rõ
                00005,00002,,,,
                00005,00006,,none,,
                """, errors);
        assertThat(errors.listed()).isEmpty();
        assertThat(edges)
                .extracting(edge -> edge.edge().area(), edge -> edge.edge().population(), edge -> edge.edge()
                        .to())
                .containsExactly(
                        tuple(Extent.WHOLE, Extent.WHOLE, "00002"),
                        tuple(Extent.PART, Extent.WHOLE, "00002"),
                        tuple(Extent.WHOLE, Extent.WHOLE, null),
                        tuple(Extent.PART, Extent.PART, "00002"),
                        tuple(Extent.NONE, Extent.PART, "00006"));
    }

    private static UnitList units(String csv, FileErrors errors) throws IOException {
        Path file = Files.writeString(Files.createTempFile("units", ".csv"), csv);
        try (TableReader table = TableFile.open(file, TableLimits.standard())) {
            return UnitFile.read(table, "VN", errors, "");
        } finally {
            Files.delete(file);
        }
    }

    private static List<ListedEdge> edges(String csv, FileErrors errors) throws IOException {
        Path file = Files.writeString(Files.createTempFile("lineage", ".csv"), csv);
        try (TableReader table = TableFile.open(file, TableLimits.standard())) {
            return LineageFile.read(table, LocalDate.of(2025, 7, 1), true, errors, "");
        } finally {
            Files.delete(file);
        }
    }
}
