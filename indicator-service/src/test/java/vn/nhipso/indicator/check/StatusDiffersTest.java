package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.period.Period;

/** The source's word against the computed status: what is accepted and what is found. */
class StatusDiffersTest {

    private static @Nullable Oddity said(String status, String figure, Aim aim, Qualifier... qualifiers) {
        return said(new Stated(status, null, null, null, null, null), figure, aim, qualifiers);
    }

    private static @Nullable Oddity said(Stated stated, String figure, Aim aim, Qualifier... qualifiers) {
        Size size = new Size(new BigDecimal(figure), Measure.POINTS, Arrays.asList(qualifiers));
        return StatusDiffers.oddity(Example.of().candidate().definition(), Period.parse("2022-H1"), size, stated, aim);
    }

    private static Aim atLeast(String period, String value) {
        return new Aim(Period.parse(period), true, new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vượt kế hoạch đề ra|EXCEEDED",
                "đạt kế hoạch đề ra|REACHED",
                "Đạt 100% kế hoạch|REACHED",
                "hoàn thành|REACHED",
                "đạt và vượt chỉ tiêu|REACHED_OR_EXCEEDED",
                "dự kiến đạt kế hoạch đề ra trong năm 2025|EXPECTED",
                "dự kiến sẽ đạt|EXPECTED",
                "phấn đấu đạt|EXPECTED",
                "chưa đạt (80% trở lên)|NOT_REACHED",
                "chưa đạt được theo yêu cầu|NOT_REACHED",
                "không hoàn thành|NOT_REACHED",
                "CHUA DAT|NOT_REACHED",
                "du kien dat|EXPECTED",
                "vuot ke hoach|EXCEEDED",
                "dat|REACHED",
            })
    void wordsOfTheSourcesShouldBeUnderstood(String words, Verdict verdict) {
        assertThat(Verdict.of(words)).isEqualTo(verdict);
        assertThat(Verdict.of(java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "được quan tâm đầu tư",
        "bước đầu khai thác",
        "chưa xác định được",
        "đảm bảo",
        "phấn đấu",
        "đất nông nghiệp",
        "đặt chỉ tiêu",
        "data"
    })
    void otherWordsShouldSayNothing(String words) {
        assertThat(Verdict.of(words)).isNull();
    }

    @Test
    void wordThatAgreesShouldBeAccepted() {
        assertThat(said("chưa đạt (80% trở lên)", "70.27", atLeast("2022-H1", "80")))
                .isNull();
        assertThat(said("vượt", "60.41", atLeast("2022-H1", "50"))).isNull();
        assertThat(said("đạt", "50", atLeast("2022-H1", "50"))).isNull();
        assertThat(said("đạt", "60.41", atLeast("2022-H1", "50"))).isNull();
        assertThat(said("dự kiến đạt", "30", atLeast("2022", "50"))).isNull();
    }

    @Test
    void wordThatDiffersShouldBeFound() {
        Oddity oddity = said("vượt kế hoạch đề ra", "70.27", atLeast("2022-H1", "80"));

        assertThat(Objects.requireNonNull(oddity).code()).isEqualTo(Oddity.Code.STATUS_DIFFERS);
        assertThat(oddity.detail().vi())
                .isEqualTo(
                        "Nguồn ghi “vượt kế hoạch đề ra”, nhưng 70,27 % so với chỉ tiêu ≥ 80 % của kỳ 2022-H1 là chưa đạt.");
        assertThat(said("chưa đạt", "60.41", atLeast("2022-H1", "50"))).isNotNull();
        assertThat(said("vượt", "50.00", atLeast("2022-H1", "50"))).isNotNull();
        assertThat(said("đạt", "30", atLeast("2022", "50"))).isNotNull();
        assertThat(said("dự kiến đạt", "60", atLeast("2022", "50"))).isNotNull();
    }

    @Test
    void figureShouldBeHeldUnroundedAgainstTheTarget() {
        assertThat(said("đạt", "49.9999999999", atLeast("2022-H1", "50"))).isNotNull();
    }

    @Test
    void limitShouldBeMetFromBelow() {
        Aim limit = new Aim(Period.parse("2022-H1"), false, BigDecimal.ZERO);

        assertThat(said("đạt", "0", limit)).isNull();
        assertThat(said("đạt", "0.5", limit)).isNotNull();
    }

    @Test
    void verdictForAnotherYearShouldSayNothing() {
        Stated for2025 = new Stated("dự kiến đạt", 2025, null, null, null, null);

        assertThat(said(for2025, "60", atLeast("2022-H1", "50"))).isNull();
    }

    @Test
    void qualifierThatLeavesItOpenShouldAgree() {
        assertThat(said("vượt", "62", atLeast("2022-H1", "62"), Qualifier.AT_LEAST))
                .isNull();
        assertThat(said("đạt", "59", atLeast("2022-H1", "60"), Qualifier.AT_LEAST))
                .isNull();
        assertThat(said("chưa đạt", "62", atLeast("2022-H1", "60"), Qualifier.AT_LEAST))
                .isNotNull();
        assertThat(said("vượt", "58", atLeast("2022-H1", "60"), Qualifier.ABOUT))
                .isNull();
    }

    @Test
    void countThatAccumulatesShouldBeOnTrackWhereItKeepsPace() {
        Size half = new Size(new BigDecimal("500"), Measure.COUNT, List.of());
        Stated expected = new Stated("dự kiến đạt", null, null, null, null, null);
        var definition =
                Example.of().kind(Kind.COUNT).nature(Nature.FLOW).candidate().definition();

        assertThat(TargetStatus.of(definition, Period.parse("2022-H1"), half.amount(), atLeast("2022", "1000")))
                .isEqualTo(TargetStatus.ON_TRACK);
        assertThat(TargetStatus.of(definition, Period.parse("2022-H1"), half.amount(), atLeast("2022", "1100")))
                .isEqualTo(TargetStatus.BEHIND);
        assertThat(StatusDiffers.oddity(definition, Period.parse("2022-H1"), half, expected, atLeast("2022", "1000")))
                .isNull();
    }

    @Test
    void onlyUnderstoodWordsShouldBeWorthLookingForATarget() {
        assertThat(StatusDiffers.isAbout(new Stated("đạt", null, null, null, null, null)))
                .isTrue();
        assertThat(StatusDiffers.isAbout(new Stated(null, null, "giảm", null, null, null)))
                .isFalse();
        assertThat(StatusDiffers.isAbout(null)).isFalse();
    }
}
