package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.restatement.LineageEvents;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;

/**
 * Phụng Hiệp (934 of Hậu Giang, 93) and Hồng Ngự (870 of Đồng Tháp, 87) after 1 July 2025: their fifteen communes and four of twelve became nine of Cần
 * Thơ (92) and Đồng Tháp (82), under codes that had been others'.
 */
class RestatedProvincesTest {

    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static final String BEGINS = "2004-01-01";
    private static final String DAY = "2025-07-01";
    private static final String WENT =
            "31393>31393 31423>31393 31396>31396 31429>31396 31399>31399 31402>31399 31405>31408 31408>31408 31438>31408"
                    + " 31417>31420 31420>31420 31426>31426 31435>31426 31432>31432 31433>31432 29956>29971 29971>29971 29974>29971 29983>29983"
                    + " 92>92 93>92 82>82 87>82";

    @BeforeAll
    static void tell() throws SQLException {
        List<Version> versions = new ArrayList<>(List.of(
                version("92", "PROVINCE", "VN", null),
                version("93", "PROVINCE", "VN", DAY),
                version("82", "PROVINCE", "VN", null),
                version("87", "PROVINCE", "VN", DAY),
                version("934", "DISTRICT", "93", DAY),
                version("870", "DISTRICT", "87", DAY)));
        TreeMap<String, String> now = new TreeMap<>();
        List<String> edges = new ArrayList<>();
        for (String went : WENT.split(" ")) {
            String[] codes = went.split(">");
            edges.add(went + "@" + DAY + " WHOLE");
            if (codes[0].length() == 5) {
                boolean cantho = codes[0].startsWith("31");
                versions.add(version(codes[0], "COMMUNE", cantho ? "934" : "870", DAY));
                now.put(codes[1], cantho ? "92" : "82");
            }
        }
        now.forEach((code, province) -> versions.add(new Version(code, code, "COMMUNE", province, DAY, null)));
        DATABASE.apply(LineageEvents.change(versions, LineageEvents.edges(edges.toArray(String[]::new))));
        DATABASE.apply(List.of(
                Events.definition("DG01", "RATIO", "FLOW", "PROVINCE DISTRICT COMMUNE", null),
                Events.measurement("DG01 934 2022-H1 WHOLE 1000/2000"),
                Events.measurement("DG01 31420 2022-H1 OWN 80/100 ABOUT"),
                Events.measurement("DG01 31417 2022-H1 OWN 10/50"),
                Events.measurement("DG01 31408 2022-H1 OWN 70/100"),
                Events.measurement("DG01 870 2022-H1 WHOLE 9475/15684"),
                Events.measurement("DG01 29956 2022-H1 OWN 300/400")));
    }

    private static Version version(String code, String level, String parent, String to) {
        return new Version(code, code, level, parent, BEGINS, to);
    }

    private static RollupItem restated(String unit, String day) throws SQLException {
        try (Connection connection = DATABASE.connection()) {
            return new RestatedAnswers(connection, LocalDate.parse("2026-01-01"))
                    .of(List.of("DG01"), List.of(Period.parse("2022-H1")), List.of(unit), LocalDate.parse(day))
                    .getFirst();
        }
    }

    private static String figure(RollupItem item) {
        Figure whole = item.chosen(Scope.WHOLE);
        return whole.numerator() + "/" + whole.denominator() + " " + item.basis(Scope.WHOLE);
    }

    @Test
    void figuresOfOldCommunesUnderPhungHiepShouldBeFoundUnderTheCommunesOfCanTho() throws SQLException {
        assertThat(figure(restated("31420", DAY))).isEqualTo("90/150 COMPUTED");
        assertThat(figure(restated("31408", DAY))).isEqualTo("70/100 PARTIAL");
        assertThat(restated("31408", DAY).missing()).containsExactly("31405", "31438");
        RollupItem cantho = restated("92", DAY);
        assertThat(figure(cantho)).isEqualTo("1000/2000 PARTIAL");
        assertThat(cantho.restating().unallocated().amount().n()).isEqualByComparingTo("840");
        assertThat(cantho.restating().unallocated().from()).containsExactly("934");
    }

    @Test
    void whatHongNguStatedShouldStandAtDongThapLessWhatWentIntoThuongPhuoc() throws SQLException {
        assertThat(figure(restated("29971", DAY))).isEqualTo("300/400 PARTIAL");
        RollupItem dongthap = restated("82", DAY);
        assertThat(figure(dongthap)).isEqualTo("9475/15684 PARTIAL");
        assertThat(dongthap.restating().unallocated().amount().n()).isEqualByComparingTo("9175");
        assertThat(figure(restated("870", "2025-06-30"))).isEqualTo("9475/15684 STATED");
    }

    @Test
    void totalOfTheCountryShouldBeTheSameOnEveryDay() throws SQLException {
        for (String day : List.of("1990-01-01", "2022-06-30", "2025-06-30", DAY, "2090-12-31")) {
            assertThat(figure(restated("VN", day))).as(day).isEqualTo("10475/17684 PARTIAL");
        }
    }
}
