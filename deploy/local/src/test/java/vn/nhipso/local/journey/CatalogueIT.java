package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.Command;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.stack.Service;

/** Whole lists loaded by the command beside the demo data: refused as a whole, taken as a whole, and what hangs on the units goes with them. */
class CatalogueIT {

    private static final String DAY = "2025-10-01";
    private static final String BEFORE = "2025-09-30";
    private static final String ACT = "1/NQ-THU";
    private static final String HEADER = "old_code,new_code,kind,instrument,level,area,population,note\n";

    private final DemoStack demo = DemoStack.get();
    private final ApiClient directory = demo.anybody(Service.DIRECTORY);

    @Test
    void badListShouldBeRefusedWithItsLinesAndChangeNothing() throws Exception {
        Catalogue catalogue = Catalogue.of(demo, BEFORE);
        String counts = counts(DAY);
        Path list = catalogue.write(
                "bad-list.csv",
                "31420,Trùng Mã,Xã Trùng Mã,xã,commune,92",
                "39999,Không Cha,Xã Không Cha,xã,commune,77",
                "39998,,,xã,commune,92");
        Path errors = Path.of("target", "bad-list-errors.csv").toAbsolutePath();
        Command.Result result = demo.run(
                "load-catalogue", list.toString(), "--valid-from", DAY, "--act", ACT, "--errors", errors.toString());

        int last = catalogue.size() + 1;
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output())
                .contains("refused, nothing was changed")
                .contains("line " + (last + 1) + " ", "line " + (last + 2) + " ", "line " + (last + 3) + " ")
                .doesNotContain("Exception");
        assertThat(Files.readString(errors)).contains("\n" + (last + 2) + ",").contains("PARENT_NOT_IN_LIST");
        assertThat(counts(DAY)).isEqualTo(counts);
        assertThat(directory
                        .get("/v1/unit-changes?act=" + ApiClient.encoded(ACT))
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /**
     * Thường Xuân goes into Thắng Lộc with its seven hamlets and their teams, and the code of Thắng Lộc is used again for the unit of both;
     * Phụng Hiệp becomes a phường, Tam Nông goes to another province.
     */
    @Test
    void listWithItsLineageShouldBeTakenAndHamletsAndTeamsShouldGoWithTheirPeople() throws Exception {
        Path list = Catalogue.of(demo, BEFORE)
                .remove("15646")
                .put("15643", "Thường Xuân", "xã", "commune", "38")
                .put("31420", "Phụng Hiệp", "phường", "commune", "92")
                .put("30010", "Tam Nông", "xã", "commune", "92")
                .write("list.csv");
        Path lineage = Files.writeString(
                        Path.of("target", "lineage.csv"),
                        HEADER + "15646,15643,whole," + ACT + ",commune,,,\n15643,15643,whole," + ACT + ",commune,,,\n")
                .toAbsolutePath();
        String[] command = {
            "load-catalogue", list.toString(), "--valid-from", DAY, "--act", ACT, "--lineage", lineage.toString()
        };
        // Other tests may have made provinces of their own.
        int provinces = json("/v1/unit-counts?validAt=" + BEFORE)
                .path("items")
                .valueStream()
                .filter(level -> level.path("level").asText().equals("PROVINCE"))
                .mapToInt(level -> level.path("count").asInt())
                .sum();
        Command.Result loaded = demo.run(command);
        assertThat(loaded.exitCode()).as(loaded.output()).isZero();
        assertThat(loaded.output())
                .contains("APPLIED", "retyped 1", "transferred 1", "visible in indicator-service")
                .contains("units on " + DAY)
                .containsPattern("PROVINCE +" + provinces + " ")
                .containsPattern("HAMLET +7 ");

        assertThat(json("/v1/units/15643?validAt=" + DAY).path("name").asText()).isEqualTo("Thường Xuân");
        assertThat(json("/v1/units/15643?validAt=" + BEFORE).path("name").asText())
                .isEqualTo("Thắng Lộc");
        assertThat(codes(json("/v1/units/15646/successors?validAt=" + BEFORE + "&at=" + DAY)
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("unit"))
                        .toList()))
                .containsExactly("15643");
        assertThat(codes(json("/v1/units/15643/children?validAt=" + DAY)
                        .path("items")
                        .valueStream()
                        .toList()))
                .hasSize(7)
                .allMatch(code -> code.startsWith("15643-"));
        assertThat(json("/v1/teams?validAt=" + DAY).path("items").valueStream().map(team -> team.path("unit")
                        .asText()))
                .hasSize(7)
                .allMatch(unit -> unit.startsWith("15643-"));
        // The command has waited until it is there.
        assertThat(demo.rollup("REG-TEAMS", "15643", "2025-10", List.of())
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("7");
        assertThat(demo.rollup("REG-TEAMS", "15646", "2025-09", List.of())
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("7");

        assertThat(demo.run(command).output()).contains("UNCHANGED").doesNotContain("visible in");
    }

    private String counts(String day) {
        return json("/v1/unit-counts?validAt=" + day).path("items").toString();
    }

    private JsonNode json(String path) {
        return directory.get(path).json();
    }

    private static List<String> codes(List<JsonNode> units) {
        return units.stream().map(unit -> unit.path("code").asText()).toList();
    }
}
