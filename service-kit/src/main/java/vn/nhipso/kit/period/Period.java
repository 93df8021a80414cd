package vn.nhipso.kit.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The span of time that a figure is of: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-09}, {@code 2024-YTD07} or
 * {@code 2024-10-12}.
 *
 * <p>One span has one period: {@code YTD01} is read as the month, {@code YTD03} as the quarter, {@code YTD06} as the half and {@code YTD12} as
 * the year, so equal spans are equal periods and {@link #toString()} has one form. What callers write is held to the years 1900 to 2100; what
 * is reckoned from it ({@link #previous()}, {@link #samePeriodLastYear()}) may lie beside them and never fails.
 *
 * <p>Start and end are those of the civil calendar; when a period of the administrative regime opens and closes is asked of the
 * {@link ReportingCalendar}.
 *
 * <p>Ordered by end, then the shorter first: a whole follows the parts that complete it (2024-12, 2024-Q4, 2024-H2, 2024).
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^" + PeriodParser.PATTERN + "$",
        description =
                "Year, half, quarter, month, year to date or day: 2024, 2024-H1, 2024-Q3, 2024-09, 2024-YTD07, 2024-10-12",
        examples = "2024-Q3")
public final class Period implements Comparable<Period> {

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::end).thenComparing(Period::start, Comparator.reverseOrder());

    private final PeriodKind kind;
    private final LocalDate start;
    private final LocalDate end;

    private Period(PeriodKind kind, LocalDate start, LocalDate end) {
        this.kind = kind;
        this.start = start;
        this.end = end;
    }

    /**
     * Reads either spelling of a period.
     *
     * @throws PeriodFormatException an {@link IllegalArgumentException} that says in both languages what is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Period parse(String text) {
        return PeriodParser.parse(text);
    }

    /** {@link #parse} under the name by which JAX-RS finds it for parameters. */
    public static Period fromString(String text) {
        return parse(text);
    }

    public static Period ofYear(int year) {
        return ofMonths(YearMonth.of(year, 1), 12);
    }

    public static Period ofHalf(int year, int half) {
        return ofMonths(YearMonth.of(year, 6 * half - 5), 6);
    }

    public static Period ofQuarter(int year, int quarter) {
        return ofMonths(YearMonth.of(year, 3 * quarter - 2), 3);
    }

    public static Period ofMonth(int year, int month) {
        return ofMonths(YearMonth.of(year, month), 1);
    }

    /** The first months of a year: a month, quarter, half or year where these say the same. */
    public static Period ofYearToDate(int year, int months) {
        return ofMonths(YearMonth.of(year, 1), YearMonth.of(year, months).getMonthValue());
    }

    public static Period ofDay(LocalDate day) {
        return new Period(PeriodKind.DAY, day, day);
    }

    /** Only spans that have a kind come here, so the length tells it; that is what makes the form canonical. */
    private static Period ofMonths(YearMonth first, int months) {
        PeriodKind kind =
                switch (months) {
                    case 1 -> PeriodKind.MONTH;
                    case 3 -> PeriodKind.QUARTER;
                    case 6 -> PeriodKind.HALF;
                    case 12 -> PeriodKind.YEAR;
                    default -> PeriodKind.YEAR_TO_DATE;
                };
        return new Period(kind, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }

    public PeriodKind kind() {
        return kind;
    }

    public LocalDate start() {
        return start;
    }

    /** The last day, inclusive. */
    public LocalDate end() {
        return end;
    }

    /** The calendar year; no period crosses one. */
    public int year() {
        return start.getYear();
    }

    /**
     * The last period before this one that can be compared with it: same kind, same length, nothing in common. A year-to-date has it in the year
     * before, as YTD06 would be a part of YTD07; a day has the day before.
     */
    public Period previous() {
        return step(-1);
    }

    /** The reverse of {@link #previous()}. */
    public Period next() {
        return step(1);
    }

    private Period step(int count) {
        return switch (kind) {
            case YEAR, HALF, QUARTER, MONTH -> moved(count * length());
            case YEAR_TO_DATE -> moved(count * 12);
            case DAY -> ofDay(start.plusDays(count));
        };
    }

    /** Same kind and length a year before; of 29 February it is the 28th. */
    public Period samePeriodLastYear() {
        return kind == PeriodKind.DAY ? ofDay(start.minusYears(1)) : moved(-12);
    }

    /** Whether the other lies wholly inside this one; a period contains itself. */
    public boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** The months it consists of, in order; none for a day. */
    public List<Period> months() {
        return kind == PeriodKind.MONTH ? List.of(this) : partsOf(1);
    }

    /**
     * The ways in which a FLOW of this period can be summed from smaller ones, the first that is all there counts: its months, else its quarters,
     * else its halves. A year has three, {@code YTD07} only its months, a month and a day none. Cumulative periods are never parts.
     */
    public List<List<Period>> parts() {
        return Stream.of(1, 3, 6)
                .map(this::partsOf)
                .filter(Predicate.not(List::isEmpty))
                .toList();
    }

    private List<Period> partsOf(int months) {
        if (kind == PeriodKind.DAY || length() <= months || length() % months != 0) {
            return List.of();
        }
        YearMonth first = YearMonth.from(start);
        return IntStream.range(0, length() / months)
                .mapToObj(index -> ofMonths(first.plusMonths((long) index * months), months))
                .toList();
    }

    private Period moved(int months) {
        return ofMonths(YearMonth.from(start).plusMonths(months), length());
    }

    /** In months; of use for all kinds but a day. */
    int length() {
        return end.getMonthValue() - start.getMonthValue() + 1;
    }

    /** How SDMX exports write it: {@code 2024-S1} for a half, {@code 2024-01-01/P7M} for a year-to-date, all else as it is. */
    public String sdmx() {
        return PeriodWriter.sdmx(this);
    }

    /** The canonical form, which {@link #parse} reads back. */
    @Override
    @JsonValue
    public String toString() {
        return PeriodWriter.canonical(this);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period that && start.equals(that.start) && end.equals(that.end);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + end.hashCode();
    }
}
