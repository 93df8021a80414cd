package vn.nhipso.kit.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "2024,       YEAR,         2024-01-01, 2024-12-31",
        "2024-H1,    HALF,         2024-01-01, 2024-06-30",
        "2024-H2,    HALF,         2024-07-01, 2024-12-31",
        "2024-Q1,    QUARTER,      2024-01-01, 2024-03-31",
        "2024-Q2,    QUARTER,      2024-04-01, 2024-06-30",
        "2024-Q3,    QUARTER,      2024-07-01, 2024-09-30",
        "2024-Q4,    QUARTER,      2024-10-01, 2024-12-31",
        "2024-02,    MONTH,        2024-02-01, 2024-02-29",
        "2025-02,    MONTH,        2025-02-01, 2025-02-28",
        "2024-09,    MONTH,        2024-09-01, 2024-09-30",
        "2024-YTD02, YEAR_TO_DATE, 2024-01-01, 2024-02-29",
        "2024-YTD07, YEAR_TO_DATE, 2024-01-01, 2024-07-31",
        "2024-YTD09, YEAR_TO_DATE, 2024-01-01, 2024-09-30",
        "2024-YTD11, YEAR_TO_DATE, 2024-01-01, 2024-11-30",
        "2024-10-12, DAY,          2024-10-12, 2024-10-12",
        "1900,       YEAR,         1900-01-01, 1900-12-31",
        "2100-12,    MONTH,        2100-12-01, 2100-12-31",
    })
    void everyFormShouldBeReadWithItsKindAndItsFirstAndLastDay(
            String text, PeriodKind kind, LocalDate start, LocalDate end) {
        Period period = Period.parse(text);

        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.year()).isEqualTo(start.getYear());
        assertThat(period).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"2024-YTD01, 2024-01", "2024-YTD03, 2024-Q1", "2024-YTD06, 2024-H1", "2024-YTD12, 2024"})
    void aYearToDateThatHasAnotherNameShouldBeTheSamePeriodUnderThatName(String spelling, String canonical) {
        assertThat(Period.parse(spelling))
                .isEqualTo(Period.parse(canonical))
                .hasSameHashCodeAs(Period.parse(canonical))
                .hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2024 ",
                " 2024",
                "2024\n",
                "24",
                "02024",
                "-2024",
                "+2024",
                "2024-",
                "2024-9",
                "2024-009",
                "2024/09",
                "202409",
                "09/2024",
                "2024-h1",
                "2024-q3",
                "2024-ytd07",
                "2024H1",
                "2024-H",
                "2024-H01",
                "2024-S1",
                "2024-M09",
                "2024-Q",
                "2024-Q03",
                "2024-YTD7",
                "2024-YTD007",
                "2024-YTD",
                "2024-10-1",
                "2024-1-12",
                "20241012",
                "2024-10-12T00:00:00Z",
                "2024-01-01/P7M",
                "2024-10-12-01",
                "2024-W07",
                "٢٠٢٤",
                "２０２４",
                "2024–09",
                "năm 2024",
                "null",
                "2024-H1,2024-H2"
            })
    void sloppyFormsShouldBeRejectedWithTheRightOnesNamedInBothLanguages(String text) {
        PeriodFormatException rejection = rejection(text);

        assertThat(rejection.text().vi()).contains("không phải là kỳ báo cáo", "2024-YTD07");
        assertThat(rejection.text().en()).contains("is no period", "2024-YTD07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1899;       năm phải từ 1900 đến 2100;                 the year must be from 1900 to 2100",
                "2101-H1;    năm phải từ 1900 đến 2100;                 the year must be from 1900 to 2100",
                "0000;       năm phải từ 1900 đến 2100;                 the year must be from 1900 to 2100",
                "2024-H0;    nửa năm (H) phải từ 1 đến 2;               the half (H) must be from 1 to 2",
                "2024-H3;    nửa năm (H) phải từ 1 đến 2;               the half (H) must be from 1 to 2",
                "2024-Q0;    quý (Q) phải từ 1 đến 4;                   the quarter (Q) must be from 1 to 4",
                "2024-Q5;    quý (Q) phải từ 1 đến 4;                   the quarter (Q) must be from 1 to 4",
                "2024-00;    tháng phải từ 1 đến 12;                    the month must be from 1 to 12",
                "2024-13;    tháng phải từ 1 đến 12;                    the month must be from 1 to 12",
                "2024-YTD00; số tháng đầu năm (YTD) phải từ 1 đến 12;   the number of months (YTD) must be from 1 to 12",
                "2024-YTD13; số tháng đầu năm (YTD) phải từ 1 đến 12;   the number of months (YTD) must be from 1 to 12",
                "2025-02-29; không có ngày này trong lịch;              there is no such day",
                "2024-04-31; không có ngày này trong lịch;              there is no such day",
                "2024-00-10; không có ngày này trong lịch;              there is no such day",
            })
    void aPeriodThatDoesNotExistShouldBeRejectedWithWhatIsWrongInBothLanguages(String text, String vi, String en) {
        PeriodFormatException rejection = rejection(text);

        assertThat(rejection.text().vi()).startsWith("\"" + text + "\"").endsWith(vi);
        assertThat(rejection.text().en()).startsWith("\"" + text + "\"").endsWith(en);
    }

    @Test
    void aLongHostileTextShouldBeQuotedOnlyInPart() {
        assertThat(rejection("%s".repeat(100_000))).message().hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2023",
        "2024-H2,    2024-H1",
        "2024-H1,    2023-H2",
        "2024-Q3,    2024-Q2",
        "2024-Q1,    2023-Q4",
        "2024-09,    2024-08",
        "2024-01,    2023-12",
        "2024-03-01, 2024-02-29",
        "2024-01-01, 2023-12-31",
    })
    void previousShouldBeTheOneThatEndsWhereThisBegins(String period, String previous) {
        assertThat(Period.parse(period).previous()).isEqualTo(Period.parse(previous));
        assertThat(Period.parse(previous).next()).isEqualTo(Period.parse(period));
    }

    @Test
    void previousOfAYearToDateShouldBeTheSameMonthsOfTheYearBeforeAndNeverAPartOfItself() {
        assertThat(Period.parse("2024-YTD07").previous()).hasToString("2023-YTD07");
        assertThat(Period.parse("2024-YTD07").next()).hasToString("2025-YTD07");
        assertThat(Period.parse("2025-YTD02").previous().end()).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2023",
        "2024-H1,    2023-H1",
        "2024-Q3,    2023-Q3",
        "2024-02,    2023-02",
        "2024-YTD07, 2023-YTD07",
        "2024-10-12, 2023-10-12",
        "2024-02-29, 2023-02-28",
        "2025-02-28, 2024-02-28",
    })
    void samePeriodLastYearShouldHaveTheSameKindAndLength(String period, String lastYear) {
        assertThat(Period.parse(period).samePeriodLastYear()).isEqualTo(Period.parse(lastYear));
    }

    @Test
    void whatIsReckonedFromTheFirstYearShouldLieBesideTheAcceptedYearsAndNotFail() {
        assertThat(Period.parse("1900").previous()).hasToString("1899");
        assertThat(Period.parse("1900-02-28").samePeriodLastYear()).hasToString("1899-02-28");
        assertThat(Period.parse("2100-Q4").next()).hasToString("2101-Q1");
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2024-H2,    true",
        "2024,       2024-YTD07, true",
        "2024,       2024-12-31, true",
        "2024,       2024,       true",
        "2024-H1,    2024-YTD05, true",
        "2024-YTD07, 2024-H1,    true",
        "2024-YTD07, 2024-07-31, true",
        "2024-H1,    2024-YTD07, false",
        "2024-Q3,    2024-06,    false",
        "2024-Q3,    2024-10,    false",
        "2024-H2,    2024,       false",
        "2024,       2023-12-31, false",
        "2024-10-12, 2024-10,    false",
    })
    void containsShouldMeanWhollyInside(String outer, String inner, boolean contained) {
        assertThat(Period.parse(outer).contains(Period.parse(inner))).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2024-01, 2024-12, 12",
        "2024-H2,    2024-07, 2024-12, 6",
        "2024-Q2,    2024-04, 2024-06, 3",
        "2024-09,    2024-09, 2024-09, 1",
        "2024-YTD07, 2024-01, 2024-07, 7",
    })
    void monthsShouldBeThoseThatThePeriodConsistsOf(String period, String first, String last, int count) {
        assertThat(Period.parse(period).months())
                .hasSize(count)
                .startsWith(Period.parse(first))
                .endsWith(Period.parse(last));
    }

    @Test
    void aDayShouldConsistOfNoMonthsAndNoParts() {
        assertThat(Period.parse("2024-10-12").months()).isEmpty();
        assertThat(Period.parse("2024-10-12").parts()).isEmpty();
    }

    @Test
    void aYearShouldBeSummedFromItsMonthsElseItsQuartersElseItsHalves() {
        assertThat(Period.parse("2024").parts())
                .containsExactly(
                        Period.parse("2024").months(),
                        periods("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"),
                        periods("2024-H1", "2024-H2"));
    }

    @Test
    void aHalfAndAQuarterShouldBeSummedOnlyFromWhatIsShorter() {
        assertThat(Period.parse("2024-H2").parts())
                .containsExactly(Period.parse("2024-H2").months(), periods("2024-Q3", "2024-Q4"));
        assertThat(Period.parse("2024-Q4").parts()).containsExactly(periods("2024-10", "2024-11", "2024-12"));
        assertThat(Period.parse("2024-10").parts()).isEmpty();
    }

    @Test
    void aYearToDateShouldBeSummedFromQuartersOnlyWhereTheyFillIt() {
        assertThat(Period.parse("2024-YTD09").parts())
                .containsExactly(Period.parse("2024-YTD09").months(), periods("2024-Q1", "2024-Q2", "2024-Q3"));
        assertThat(Period.parse("2024-YTD07").parts())
                .containsExactly(Period.parse("2024-YTD07").months());
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2024",
        "2024-H1,    2024-S1",
        "2024-H2,    2024-S2",
        "2024-Q3,    2024-Q3",
        "2024-09,    2024-09",
        "2024-YTD07, 2024-01-01/P7M",
        "2024-YTD10, 2024-01-01/P10M",
        "2024-YTD06, 2024-S1",
        "2024-10-12, 2024-10-12",
    })
    void sdmxShouldKnowHalvesAsSemestersAndYearsToDateAsRanges(String period, String sdmx) {
        assertThat(Period.parse(period).sdmx()).isEqualTo(sdmx);
    }

    @Test
    void aWholeShouldBeOrderedAfterThePartsThatCompleteIt() {
        List<Period> inOrder = periods(
                "2023",
                "2024-01",
                "2024-YTD02",
                "2024-03",
                "2024-Q1",
                "2024-06",
                "2024-Q2",
                "2024-H1",
                "2024-YTD07",
                "2024-12-31",
                "2024-12",
                "2024-Q4",
                "2024-H2",
                "2024",
                "2025-01-01");

        assertThat(inOrder.reversed().stream().sorted()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void factoriesShouldRefuseNumbersThatDoNotExist() {
        for (Runnable wrong : List.<Runnable>of(
                () -> Period.ofHalf(2024, 0),
                () -> Period.ofHalf(2024, 3),
                () -> Period.ofQuarter(2024, 0),
                () -> Period.ofQuarter(2024, 5),
                () -> Period.ofMonth(2024, 13),
                () -> Period.ofYearToDate(2024, 0),
                () -> Period.ofYearToDate(2024, 13))) {
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(wrong::run);
        }
    }

    @Test
    void jsonShouldHoldThePeriodAsItsCanonicalTextAlsoAsAKey() throws JsonProcessingException {
        Period half = JSON.readValue("\"2024-YTD06\"", Period.class);
        Map<Period, Integer> byPeriod = JSON.readValue("{\"2024-YTD06\":1}", new TypeReference<>() {});

        assertThat(half).isEqualTo(Period.ofHalf(2024, 1));
        assertThat(JSON.writeValueAsString(half)).isEqualTo("\"2024-H1\"");
        assertThat(byPeriod).containsEntry(half, 1);
        assertThat(JSON.writeValueAsString(byPeriod)).isEqualTo("{\"2024-H1\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2024-13\"", "\"\"", "\" \""})
    void jsonWithAWrongPeriodShouldFailWithTheExplanationAsItsCause(String json) {
        assertThatExceptionOfType(ValueInstantiationException.class)
                .isThrownBy(() -> JSON.readValue(json, Period.class))
                .withCauseInstanceOf(PeriodFormatException.class);
    }

    @Test
    void parametersShouldBeReadLikeText() {
        assertThat(Period.fromString("2024-YTD03")).isEqualTo(Period.ofQuarter(2024, 1));
    }

    private static PeriodFormatException rejection(String text) {
        return catchThrowableOfType(PeriodFormatException.class, () -> Period.parse(text));
    }

    private static List<Period> periods(String... texts) {
        return Stream.of(texts).map(Period::parse).toList();
    }
}
