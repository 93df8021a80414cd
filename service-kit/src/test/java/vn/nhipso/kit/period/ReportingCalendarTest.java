package vn.nhipso.kit.period;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.kit.period.ReportingCalendar.ADMINISTRATIVE;
import static vn.nhipso.kit.period.ReportingCalendar.CALENDAR;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2024,       2024-01-01, 2024-12-31",
        "2024-H2,    2024-07-01, 2024-12-31",
        "2024-Q2,    2024-04-01, 2024-06-30",
        "2024-02,    2024-02-01, 2024-02-29",
        "2024-YTD07, 2024-01-01, 2024-07-31",
        "2024-10-12, 2024-10-12, 2024-10-12",
    })
    void theDefaultCalendarShouldCloseOnTheLastCalendarDay(String text, LocalDate begins, LocalDate closes) {
        assertThat(CALENDAR.begins(Period.parse(text))).isEqualTo(begins);
        assertThat(CALENDAR.closingDay(Period.parse(text))).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2023-12-15, 2024-12-14",
        "2024-H1,    2023-12-15, 2024-06-14",
        "2024-H2,    2024-06-15, 2024-12-14",
        "2024-Q1,    2023-12-15, 2024-03-14",
        "2024-Q3,    2024-06-15, 2024-09-14",
        "2024-01,    2023-12-15, 2024-01-14",
        "2024-09,    2024-08-15, 2024-09-14",
        "2024-YTD09, 2023-12-15, 2024-09-14",
        "2024-10-12, 2024-10-12, 2024-10-12",
        "2024-12-20, 2024-12-20, 2024-12-20",
    })
    void theAdministrativeCalendarShouldRunFromThe15thToThe14th(String text, LocalDate begins, LocalDate closes) {
        assertThat(ADMINISTRATIVE.begins(Period.parse(text))).isEqualTo(begins);
        assertThat(ADMINISTRATIVE.closingDay(Period.parse(text))).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR,       2024, 2024-12-20, true",
        "ADMINISTRATIVE, 2024, 2024-12-20, false",
        "ADMINISTRATIVE, 2025, 2024-12-20, true",
        "ADMINISTRATIVE, 2024, 2024-12-14, true",
        "ADMINISTRATIVE, 2024, 2024-Q4,    true",
    })
    void aDayShouldLieInThePeriodThatItsCalendarPutsItInto(
            ReportingCalendar calendar, String outer, String inner, boolean contained) {
        assertThat(calendar.contains(Period.parse(outer), Period.parse(inner))).isEqualTo(contained);
    }

    @Test
    void aPeriodShouldHaveBegunOnItsFirstDayAndClosedOnlyAfterItsLast() {
        Period month = Period.parse("2024-09");

        assertThat(ADMINISTRATIVE.hasBegun(month, LocalDate.of(2024, 8, 14))).isFalse();
        assertThat(ADMINISTRATIVE.hasBegun(month, LocalDate.of(2024, 8, 15))).isTrue();
        assertThat(ADMINISTRATIVE.hasClosed(month, LocalDate.of(2024, 9, 14))).isFalse();
        assertThat(ADMINISTRATIVE.hasClosed(month, LocalDate.of(2024, 9, 15))).isTrue();
        assertThat(CALENDAR.hasBegun(month, LocalDate.of(2024, 8, 31))).isFalse();
        assertThat(CALENDAR.hasClosed(month, LocalDate.of(2024, 10, 1))).isTrue();
    }
}
