package vn.nhipso.kit.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipso.kit.problem.Text;

/** Reads the written forms of a period; strict, because a period that is guessed puts a figure into the wrong year. */
final class PeriodParser {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;

    /** Also the pattern in the OpenAPI documents; what it lets through may still be no period (2024-13). */
    static final String PATTERN = "([0-9]{4})(?:-(?:H([0-9])|Q([0-9])|YTD([0-9]{2})|([0-9]{2})|([0-9]{2}-[0-9]{2})))?";

    private static final Pattern FORMS = Pattern.compile(PATTERN);
    private static final int QUOTED_AT_MOST = 40;

    private PeriodParser() {}

    static Period parse(String text) {
        Matcher form = FORMS.matcher(text);
        if (!form.matches()) {
            throw new PeriodFormatException(Text.of(
                    "\"%s\" không phải là kỳ báo cáo; hãy viết như 2024, 2024-H1, 2024-Q3, 2024-09, 2024-YTD07 hoặc 2024-10-12",
                    "\"%s\" is no period; write it like 2024, 2024-H1, 2024-Q3, 2024-09, 2024-YTD07 or 2024-10-12",
                    quoted(text)));
        }
        int year = Integer.parseInt(form.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw outside(text, "năm", "year", FIRST_YEAR, LAST_YEAR);
        }
        if (form.group(2) != null) {
            return Period.ofHalf(year, number(text, form.group(2), "nửa năm (H)", "half (H)", 2));
        }
        if (form.group(3) != null) {
            return Period.ofQuarter(year, number(text, form.group(3), "quý (Q)", "quarter (Q)", 4));
        }
        if (form.group(4) != null) {
            return Period.ofYearToDate(
                    year, number(text, form.group(4), "số tháng đầu năm (YTD)", "number of months (YTD)", 12));
        }
        if (form.group(5) != null) {
            return Period.ofMonth(year, number(text, form.group(5), "tháng", "month", 12));
        }
        return form.group(6) != null ? day(text) : Period.ofYear(year);
    }

    private static Period day(String text) {
        try {
            return Period.ofDay(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            throw new PeriodFormatException(
                    Text.of("\"%s\": không có ngày này trong lịch", "\"%s\": there is no such day", text));
        }
    }

    private static int number(String text, String digits, String vi, String en, int last) {
        int number = Integer.parseInt(digits);
        if (number < 1 || number > last) {
            throw outside(text, vi, en, 1, last);
        }
        return number;
    }

    private static PeriodFormatException outside(String text, String vi, String en, int first, int last) {
        return new PeriodFormatException(new Text(
                "\"%s\": %s phải từ %d đến %d".formatted(text, vi, first, last),
                "\"%s\": the %s must be from %d to %d".formatted(text, en, first, last)));
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED_AT_MOST ? text : text.substring(0, QUOTED_AT_MOST) + "…";
    }
}
