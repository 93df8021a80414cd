package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.figure.Qualifier;

/** A figure among those of the units beside it: what is accepted and what is found. */
class SiblingsTest {

    private static final OutlierMethod METHOD = new OutlierMethod(
            5, new BigDecimal("3.5"), new BigDecimal("10"), new BigDecimal("3"), new BigDecimal("10"));

    /** The first of the figures, judged among all. */
    private static @Nullable Oddity first(Measure measure, String... amounts) {
        return qualified(measure, List.of(), amounts);
    }

    private static @Nullable Oddity qualified(Measure measure, List<Qualifier> qualifiers, String... amounts) {
        List<BigDecimal> all = Arrays.stream(amounts).map(BigDecimal::new).toList();
        return Siblings.of(all).oddity(new Size(all.getFirst(), measure, qualifiers), METHOD);
    }

    @Test
    void figureFarFromTheMedianShouldBeFoundWithTheMethod() {
        Oddity oddity = first(Measure.POINTS, "12", "81", "84", "79", "88", "90", "83");

        assertThat(Objects.requireNonNull(oddity).detail().vi())
                .isEqualTo("12 % khác xa 6 đơn vị cùng cấp: trung vị 83 %, điểm z hiệu chỉnh 12,0 (ngưỡng 3,5).");
        assertThat(oddity.detail().en())
                .isEqualTo(
                        "12 % is far from the 6 units beside it: median 83 %, modified z-score 12.0 (threshold 3.5).");
        assertThat(oddity.basis()).isEqualTo("12 BELOW");
    }

    @Test
    void figureWithinTheCrowdShouldBeAccepted() {
        assertThat(first(Measure.POINTS, "70", "81", "84", "79", "88", "90", "83"))
                .isNull();
        assertThat(first(Measure.POINTS, "12", "35", "84", "20", "88", "90", "60"))
                .isNull();
    }

    @Test
    void figureOutsideANarrowCrowdButNearItShouldBeAccepted() {
        assertThat(first(Measure.POINTS, "97", "99", "99.1", "98.9", "99", "99.2", "98.8"))
                .isNull();
        assertThat(first(Measure.COUNT, "9", "2", "2", "2", "2", "2", "2")).isNull();
    }

    @Test
    void fewerThanFiveOthersShouldBeNoCrowd() {
        assertThat(first(Measure.POINTS, "12", "81", "84", "79", "88")).isNull();
        assertThat(first(Measure.POINTS, "12", "81", "84", "79", "88", "83")).isNotNull();
    }

    @Test
    void meanDistanceShouldTakeThePlaceOfAMedianDistanceOfZero() {
        assertThat(first(Measure.POINTS, "45", "100", "100", "100", "100", "100"))
                .isNotNull();
        assertThat(first(Measure.POINTS, "100", "100", "100", "100", "100", "100"))
                .isNull();
        assertThat(first(Measure.POINTS, "95", "100", "100", "100", "100", "100"))
                .isNull();
    }

    @Test
    void countShouldBeManyTimesTheMedian() {
        assertThat(first(Measure.COUNT, "1280", "120", "131", "118", "140", "125"))
                .isNotNull();
        assertThat(first(Measure.COUNT, "340", "120", "131", "118", "140", "125"))
                .isNull();
        assertThat(first(Measure.COUNT, "0", "120", "131", "118", "140", "125")).isNotNull();
    }

    @Test
    void qualifierThatLeavesItOpenShouldBeNoOutlier() {
        String[] low = {"12", "81", "84", "79", "88", "90", "83"};

        assertThat(qualified(Measure.POINTS, List.of(Qualifier.AT_LEAST), low)).isNull();
        assertThat(qualified(Measure.POINTS, List.of(Qualifier.AT_MOST), low)).isNotNull();
    }

    @Test
    void medianOfAnEvenNumberShouldBeExact() {
        Oddity oddity = first(Measure.NUMBER, "100", "1.1", "1.2", "1.3", "1.4", "1.5");

        assertThat(Objects.requireNonNull(oddity).detail().en()).contains("median 1.35");
    }
}
