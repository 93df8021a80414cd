package vn.nhipso.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings that mean one thing here and another there: each under both formats. */
class NumberFormatTest {

    /** What was typed, the number in vi-VN, the number in plain; a word where it is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9.475            | 9475       | 9.475
            9,475            | 9.475      | AMBIGUOUS
            9475             | 9475       | 9475
            9 475            | 9475       | AMBIGUOUS
            9\u00A0475       | 9475       | AMBIGUOUS
            9\u202F475       | 9475       | AMBIGUOUS
            9\u2009475       | 9475       | AMBIGUOUS
            94.75            | AMBIGUOUS  | 94.75
            94,75            | 94.75      | AMBIGUOUS
            94 75            | AMBIGUOUS  | AMBIGUOUS
            60,41%           | 60.41%     | AMBIGUOUS
            60.41%           | AMBIGUOUS  | 60.41%
            60,41 %          | 60.41%     | AMBIGUOUS
            60,41\u00A0%     | 60.41%     | AMBIGUOUS
            60%              | 60%        | 60%
            60,410           | 60.410     | AMBIGUOUS
            60.410           | 60410      | 60.410
            54,30            | 54.30      | AMBIGUOUS
            54.30            | AMBIGUOUS  | 54.30
            1.000            | 1000       | 1.000
            1,000            | 1.000      | AMBIGUOUS
            1.000.000        | 1000000    | AMBIGUOUS
            1,000,000        | AMBIGUOUS  | AMBIGUOUS
            1 000 000        | 1000000    | AMBIGUOUS
            1.000 000        | AMBIGUOUS  | AMBIGUOUS
            1.000,5          | 1000.5     | AMBIGUOUS
            1,000.5          | AMBIGUOUS  | AMBIGUOUS
            1 000,5          | 1000.5     | AMBIGUOUS
            1.00             | AMBIGUOUS  | 1.00
            1.0000           | AMBIGUOUS  | 1.0000
            12.34.567        | AMBIGUOUS  | AMBIGUOUS
            0.475            | AMBIGUOUS  | 0.475
            0,475            | 0.475      | AMBIGUOUS
            0.5              | AMBIGUOUS  | 0.5
            1234.567         | AMBIGUOUS  | 1234.567
            1.234            | 1234       | 1.234
            12.345,67        | 12345.67   | AMBIGUOUS
            12.345.67        | AMBIGUOUS  | AMBIGUOUS
            .5               | AMBIGUOUS  | AMBIGUOUS
            ,5               | AMBIGUOUS  | AMBIGUOUS
            5,               | AMBIGUOUS  | AMBIGUOUS
            5.               | AMBIGUOUS  | AMBIGUOUS
            1,9 triệu        | 1900000    | AMBIGUOUS
            1.9 triệu        | AMBIGUOUS  | AMBIGUOUS
            1,9triệu         | 1900000    | AMBIGUOUS
            1,9 TRIỆU        | 1900000    | AMBIGUOUS
            1.900 nghìn      | 1900000    | AMBIGUOUS
            2 ngàn           | 2000       | AMBIGUOUS
            1,25 tỷ          | 1250000000 | AMBIGUOUS
            1,25 tỉ          | 1250000000 | AMBIGUOUS
            3 nghìn tỷ       | 3000000000000 | AMBIGUOUS
            1,0000005 triệu  | 1000000.5  | AMBIGUOUS
            1,9 trieu        | MALFORMED  | MALFORMED
            1,9 tr           | MALFORMED  | MALFORMED
            2k               | MALFORMED  | MALFORMED
            1e3              | MALFORMED  | MALFORMED
            1E+06            | MALFORMED  | MALFORMED
            NaN              | MALFORMED  | MALFORMED
            Infinity         | MALFORMED  | MALFORMED
            '              ' | MALFORMED  | MALFORMED
            -5               | -5         | -5
            \u22125          | -5         | -5
            +5               | 5          | 5
            (5)              | MALFORMED  | MALFORMED
            - 5              | MALFORMED  | MALFORMED
            12-15            | MALFORMED  | MALFORMED
            1/2              | MALFORMED  | MALFORMED
            ~60              | MALFORMED  | MALFORMED
            hơn 60           | MALFORMED  | MALFORMED
            60% triệu        | MALFORMED  | MALFORMED
            60 % %           | MALFORMED  | MALFORMED
            007              | 7          | 7
            ９４７５          | MALFORMED  | MALFORMED
            ٩٤٧٥             | MALFORMED  | MALFORMED
            5 đồng           | MALFORMED  | MALFORMED
            %                | MALFORMED  | MALFORMED
            ,                | MALFORMED  | MALFORMED
            """)
    void numberShouldBeReadAsDeclaredAndNeverGuessed(String typed, String vietnamese, String plain) {
        assertThat(said(NumberFormat.VI_VN, typed)).as("vi-VN").isEqualTo(vietnamese);
        assertThat(said(NumberFormat.PLAIN, typed)).as("plain").isEqualTo(plain);
    }

    @Test
    void decomposedLettersShouldBeRead() {
        assertThat(said(NumberFormat.VI_VN, "2 triê\u0323u")).isEqualTo("2000000");
    }

    @Test
    void endlessNumberShouldBeRefused() {
        assertThat(said(NumberFormat.PLAIN, "9".repeat(1_000_000))).isEqualTo("MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({"60.41", "54.30", "9475", "0.5", "1900000", "0.000001", "-5"})
    void writtenNumberShouldBeReadBack(String number) {
        for (NumberFormat format : NumberFormat.values()) {
            String written = format.write(new java.math.BigDecimal(number));
            assertThat(said(format, written)).as(written).isEqualTo(number);
        }
    }

    private static String said(NumberFormat format, String typed) {
        NumberFormat.Reading reading = format.read(typed);
        NumberFormat.Refusal refusal = reading.refusal();
        return refusal == null
                ? java.util.Objects.requireNonNull(reading.number()).toPlainString() + (reading.percent() ? "%" : "")
                : refusal.code().name().replace("NUMBER_", "");
    }
}
