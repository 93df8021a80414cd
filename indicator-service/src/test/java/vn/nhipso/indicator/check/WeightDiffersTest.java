package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;

/** Denominators against the weight that they cite: what is accepted and what is found. */
class WeightDiffersTest {

    private static WeightDiffers.Cited cited(String indicator, String period, String number) {
        return new WeightDiffers.Cited(indicator, Period.parse(period), 2, new BigDecimal(number));
    }

    private static WeightDiffers.@Nullable Cited reference(
            List<WeightDiffers.Cited> weights, WeightDiffers.Cited... citations) {
        return WeightDiffers.reference(weights, List.of(citations));
    }

    @Test
    void weightsOwnFigureShouldBeWhatIsCited() {
        WeightDiffers.Cited ofYear = cited("HH", "2024", "15684");
        WeightDiffers.Cited ofMonth = cited("HH", "2024-12", "15700");

        assertThat(reference(List.of(ofMonth, ofYear), cited("DI01", "2024-Q1", "1")))
                .isEqualTo(ofYear);
        assertThat(reference(List.of(cited("HH", "2024-Q1", "9"), ofMonth))).isEqualTo(ofMonth);
        assertThat(WeightDiffers.oddity("HH", new BigDecimal("15684.0"), ofYear))
                .isNull();
        assertThat(Objects.requireNonNull(WeightDiffers.oddity("HH", new BigDecimal("15648"), ofYear))
                        .detail()
                        .vi())
                .isEqualTo("Mẫu số 15648 khác 15684 của HH kỳ 2024 (lần ghi 2).");
    }

    @Test
    void withoutItTheDenominatorThatMostStateShouldBe() {
        WeightDiffers.Cited odd = cited("DI01", "2024-Q1", "1644");
        WeightDiffers.Cited first = cited("DI02", "2024-Q1", "1664");
        WeightDiffers.Cited second = cited("DI03", "2024-Q1", "1664.0");

        assertThat(reference(List.of(), odd, second, first)).isEqualTo(first);
        assertThat(reference(List.of(), first, odd)).isEqualTo(odd);
        assertThat(reference(List.of())).isNull();
        Oddity oddity = WeightDiffers.oddity("HH", odd.number(), first);
        assertThat(Objects.requireNonNull(oddity).detail().en())
                .isEqualTo(
                        "The denominator 1644 differs from 1664, which DI02 of 2024-Q1 (revision 2) states; both cite HH.");
        assertThat(oddity.proposedDenominator()).isEqualByComparingTo("1664");
    }
}
