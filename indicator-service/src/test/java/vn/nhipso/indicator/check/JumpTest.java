package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.period.Period;

/** A figure against those of earlier periods: what is accepted and what is found. */
class JumpTest {

    private static final JumpMethod METHOD =
            new JumpMethod(new BigDecimal("30"), new BigDecimal("3"), new BigDecimal("10"));

    private static Size size(Measure measure, String amount, Qualifier... qualifiers) {
        return new Size(new BigDecimal(amount), measure, Arrays.asList(qualifiers));
    }

    private static @Nullable Oddity between(Size before, Size now) {
        return Jump.oddity(
                Period.parse("2024-05"), now, List.of(new Jump.Earlier(Period.parse("2024-04"), before)), METHOD);
    }

    private static void accepted(Measure measure, String before, String now) {
        assertThat(between(size(measure, before), size(measure, now))).isNull();
    }

    private static void found(Measure measure, String before, String now) {
        assertThat(between(size(measure, before), size(measure, now)))
                .extracting(Oddity::code)
                .isEqualTo(Oddity.Code.JUMP);
    }

    @Test
    void percentageShouldJumpByPoints() {
        accepted(Measure.POINTS, "60.41", "90.40");
        found(Measure.POINTS, "60.41", "90.41");
        found(Measure.POINTS, "90", "60");
        accepted(Measure.POINTS, "2", "20");
    }

    @Test
    void countShouldJumpByTimesAndByThings() {
        accepted(Measure.COUNT, "128", "383");
        found(Measure.COUNT, "128", "384");
        found(Measure.COUNT, "3178", "317");
        accepted(Measure.COUNT, "1", "4");
        accepted(Measure.COUNT, "7", "10");
    }

    @Test
    void speedShouldJumpByTimes() {
        accepted(Measure.NUMBER, "46.81", "90.76");
        found(Measure.NUMBER, "4.681", "46.81");
    }

    @Test
    void nothingShouldBeHeldAgainstZeroButAFallToZeroIsAJump() {
        accepted(Measure.POINTS, "0", "80");
        accepted(Measure.COUNT, "0", "5000");
        found(Measure.POINTS, "80", "0");
        found(Measure.COUNT, "5000", "0");
    }

    @Test
    void qualifierThatLeavesItOpenShouldBeNoJump() {
        assertThat(between(size(Measure.POINTS, "62"), size(Measure.POINTS, "30", Qualifier.AT_LEAST)))
                .isNull();
        assertThat(between(size(Measure.POINTS, "30", Qualifier.AT_LEAST), size(Measure.POINTS, "62")))
                .isNull();
        assertThat(between(size(Measure.POINTS, "30"), size(Measure.POINTS, "62", Qualifier.AT_MOST)))
                .isNull();
        assertThat(between(size(Measure.POINTS, "30"), size(Measure.POINTS, "62", Qualifier.AT_LEAST)))
                .isNotNull();
        assertThat(between(size(Measure.POINTS, "30", Qualifier.ABOUT), size(Measure.POINTS, "62")))
                .isNotNull();
    }

    @Test
    void bothComparisonsShouldBeSaidWithPeriodFiguresAndMethod() {
        Oddity oddity = Jump.oddity(
                Period.parse("2024-05"),
                size(Measure.POINTS, "95.5"),
                List.of(
                        new Jump.Earlier(Period.parse("2024-04"), size(Measure.POINTS, "16.63")),
                        new Jump.Earlier(Period.parse("2023-05"), size(Measure.POINTS, "50")),
                        new Jump.Earlier(Period.parse("2022-05"), size(Measure.POINTS, "80"))),
                METHOD);

        assertThat(Objects.requireNonNull(oddity).detail().vi())
                .isEqualTo("Kỳ 2024-05 là 95,5 %, kỳ 2024-04 là 16,63 %: chênh 78,87 điểm (ngưỡng 30)."
                        + " Kỳ 2024-05 là 95,5 %, kỳ 2023-05 là 50 %: chênh 45,5 điểm (ngưỡng 30).");
        assertThat(Objects.requireNonNull(between(size(Measure.COUNT, "300"), size(Measure.COUNT, "1200")))
                        .detail()
                        .en())
                .isEqualTo("2024-05 is 1200, 2024-04 was 300: at least 3 times apart.");
    }

    @Test
    void sizeShouldBeWhatCanBeCompared() {
        assertThat(sizeOf(Example.of().says(Example.counts("9475", "15684"))))
                .extracting(Size::measure, size -> size.said().vi())
                .containsExactly(Measure.POINTS, "60,41 %");
        assertThat(sizeOf(Example.of().says(Example.content("551", null, "79"))))
                .extracting(Size::amount)
                .isEqualTo(new BigDecimal("79"));
        assertThat(sizeOf(Example.of().says(Example.content("3178", null, null))))
                .isNull();
        assertThat(sizeOf(Example.of().says(Example.counts("0", "0")))).isNull();
        assertThat(sizeOf(Example.of().says(Example.absent(Absence.NO_METHOD)))).isNull();
        assertThat(sizeOf(Example.of().says(Example.words("chưa đạt")))).isNull();
        assertThat(sizeOf(Example.of().kind(Kind.FLAG).scope(Scope.OWN).says(Example.value("1"))))
                .isNull();
        assertThat(sizeOf(Example.of().kind(Kind.FLAG).says(Example.counts("3", "12"))))
                .isNotNull();
        assertThat(sizeOf(Example.of().above100().says(Example.value("130"))))
                .extracting(Size::measure)
                .isEqualTo(Measure.NUMBER);
    }

    private static @Nullable Size sizeOf(Example example) {
        Candidate candidate = example.candidate();
        return Size.of(candidate.definition(), candidate.scope(), candidate.content());
    }

    @Test
    void settingsOutOfBoundsShouldBeRefused() {
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class,
                () -> new JumpMethod(new BigDecimal("101"), BigDecimal.TEN, BigDecimal.ONE));
    }
}
