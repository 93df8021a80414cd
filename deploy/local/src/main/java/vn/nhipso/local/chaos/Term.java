package vn.nhipso.local.chaos;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** A month or a quarter. */
record Term(YearMonth first, int length) implements Comparable<Term> {

    private static final int QUARTER = 3;

    static Term month(int year, int month) {
        return new Term(YearMonth.of(year, month), 1);
    }

    static Term quarter(int year, int quarter) {
        return new Term(YearMonth.of(year, QUARTER * quarter - 2), QUARTER);
    }

    static Term parse(String text) {
        int year = Integer.parseInt(text.substring(0, 4));
        return text.charAt(5) == 'Q'
                ? quarter(year, Integer.parseInt(text.substring(6)))
                : month(year, Integer.parseInt(text.substring(5)));
    }

    /** Months that it is made of; a month is made of nothing smaller. */
    List<Term> months() {
        return length == 1
                ? List.of()
                : IntStream.range(0, length)
                        .mapToObj(i -> new Term(first.plusMonths(i), 1))
                        .toList();
    }

    /** The quarter of which it is the last month, else itself. */
    Term endedWith() {
        return length == 1 && first.getMonthValue() % QUARTER == 0
                ? new Term(first.minusMonths(QUARTER - 1L), QUARTER)
                : this;
    }

    LocalDate closes() {
        return first.plusMonths(length - 1L).atEndOfMonth();
    }

    @Override
    public int compareTo(Term other) {
        int byEnd = closes().compareTo(other.closes());
        return byEnd == 0 ? first.compareTo(other.first) : byEnd;
    }

    @Override
    public String toString() {
        return length == 1 ? first.toString() : first.getYear() + "-Q" + (first.getMonthValue() + 2) / QUARTER;
    }
}
