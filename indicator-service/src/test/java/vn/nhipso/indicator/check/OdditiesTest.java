package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.definition.Frequency;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.problem.Text;

/** Every rule that records a finding, with the figures of the sources. */
class OdditiesTest {

    private static Figure ratio(String indicator, String numerator, String denominator, @Nullable String value) {
        return new Figure(
                indicator,
                Kind.RATIO,
                Scope.OWN,
                new BigDecimal(numerator),
                new BigDecimal(denominator),
                value == null ? null : new BigDecimal(value),
                List.of());
    }

    private static Figure of(Kind kind, Scope scope, String value, Qualifier... qualifiers) {
        return new Figure("DG01", kind, scope, null, null, new BigDecimal(value), Arrays.asList(qualifiers));
    }

    private static List<Oddity> all(Figure... figures) {
        return Oddities.among(List.of(figures)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void percentRoundedHalfUpAtItsOwnDecimalsShouldBeRight() {
        assertThat(all(ratio("DG01", "9475", "15684", "60.41"))).isEmpty();
        assertThat(all(ratio("DG02", "906", "1797", "50.4"))).isEmpty();
        assertThat(all(ratio("DI07", "88", "143", "62"))).isEmpty();
        assertThat(all(ratio("DE03", "126", "214", "59"))).isEmpty();
        assertThat(all(ratio("X", "1", "8", "12.5"), ratio("Y", "1", "8", "13")))
                .isEmpty();
    }

    @Test
    void misprintedDenominatorShouldBeProposedRight() {
        Figure dg04 = ratio("DG04", "809", "1644", "48.62");
        Figure dg05 = ratio("DG05", "282", "1644", "16.95");

        Map<Figure, List<Oddity>> oddities = Oddities.among(List.of(dg04, dg05));

        assertThat(oddities).containsOnlyKeys(dg04, dg05);
        assertThat(oddities.get(dg04))
                .extracting(Oddity::code, Oddity::proposedDenominator)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Oddity.Code.STATED_PERCENT_DIFFERS, new BigDecimal("1664")));
        assertThat(oddities.get(dg05).getFirst().proposedDenominator()).isEqualByComparingTo("1664");
    }

    @Test
    void sentencesShouldWriteDecimalsAsTheirLanguageDoes() {
        Text percent = all(ratio("DG04", "809", "1644", "48.62")).getFirst().detail();
        assertThat(percent.vi()).isEqualTo("809/1644 là 49,21 %, nguồn ghi 48,62 %. Với mẫu số 1664 thì khớp.");
        assertThat(percent.en()).startsWith("809/1644 is 49.21 %, the source states 48.62 %.");

        Text parts = all(
                        of(Kind.RATIO, Scope.OWN, "16.63"),
                        of(Kind.RATIO, Scope.CHILDREN, "54.30"),
                        of(Kind.RATIO, Scope.WHOLE, "60.00"))
                .getFirst()
                .detail();
        assertThat(parts.vi()).contains("(60,00)", "(16,63)", "(54,30)");
        assertThat(parts.en()).contains("(60.00)", "(16.63)", "(54.30)");
    }

    @Test
    void denominatorShouldNotBeProposedWhereSeveralFit() {
        assertThat(all(ratio("DG05", "282", "1644", "17.5")).getFirst().proposedDenominator())
                .isNull();
    }

    @Test
    void denominatorShouldNotBeProposedWhereAnotherFigureContradicts() {
        Figure right = ratio("DG06", "822", "1644", "50.00");

        assertThat(all(ratio("DG04", "809", "1644", "48.62"), right)).hasSize(1);
        assertThat(all(ratio("DG04", "809", "1644", "48.62"), right).getFirst().proposedDenominator())
                .isNull();
    }

    @Test
    void denominatorShouldNotBeProposedBeyondTenPercent() {
        assertThat(all(ratio("X", "809", "1644", "60.00")).getFirst().proposedDenominator())
                .isNull();
    }

    @Test
    void zeroPercentShouldBeCheckedToo() {
        assertThat(all(ratio("X", "0", "10", "0"))).isEmpty();
        assertThat(all(ratio("X", "1", "10", "0"))).hasSize(1);
    }

    @Test
    void wholeBetweenItsPartsShouldBeRight() {
        assertThat(all(
                        of(Kind.RATIO, Scope.OWN, "16.63"),
                        of(Kind.RATIO, Scope.CHILDREN, "54.30"),
                        of(Kind.RATIO, Scope.WHOLE, "36.27")))
                .isEmpty();
        assertThat(all(
                        of(Kind.RATIO, Scope.OWN, "50"),
                        of(Kind.RATIO, Scope.CHILDREN, "50"),
                        of(Kind.RATIO, Scope.WHOLE, "50.4")))
                .isEmpty();
    }

    @Test
    void wholeOutsideItsPartsShouldBeFound() {
        assertThat(all(
                        of(Kind.RATIO, Scope.OWN, "16.63"),
                        of(Kind.RATIO, Scope.CHILDREN, "54.30"),
                        of(Kind.RATIO, Scope.WHOLE, "60.00")))
                .extracting(Oddity::code)
                .containsExactly(Oddity.Code.WHOLE_OUTSIDE_PARTS);
    }

    @Test
    void wholeThatIsNotTheSumShouldBeFoundWhereAllAreExact() {
        Figure own = of(Kind.COUNT, Scope.OWN, "3");
        Figure children = of(Kind.COUNT, Scope.CHILDREN, "4");

        assertThat(all(own, children, of(Kind.COUNT, Scope.WHOLE, "7"))).isEmpty();
        assertThat(all(own, children, of(Kind.COUNT, Scope.WHOLE, "8"))).hasSize(1);
        assertThat(all(own, children, of(Kind.COUNT, Scope.WHOLE, "8", Qualifier.ABOUT)))
                .isEmpty();
    }

    @Test
    void flowOfAnotherPeriodShouldBeOffFrequency() {
        assertThat(Oddities.alone(Example.of().period("2022-06").candidate())).isNull();
        assertThat(Oddities.alone(Example.of().period("2022-H1").candidate()))
                .extracting(Oddity::code)
                .isEqualTo(Oddity.Code.OFF_FREQUENCY);
        assertThat(Oddities.alone(Example.of().frequency(Frequency.ANY).candidate()))
                .isNull();
    }

    @Test
    void stockOfADayInsideThePeriodDueShouldBeWhatIsAsked() {
        Example stock = Example.of().nature(Nature.STOCK).frequency(Frequency.QUARTER);

        assertThat(Oddities.alone(stock.period("2022-03").candidate())).isNull();
        assertThat(Oddities.alone(stock.period("2022-04-14").candidate())).isNull();
        assertThat(Oddities.alone(stock.period("2022").candidate())).isNotNull();
    }

    private static Figure rough(String numerator, String denominator, String value, Qualifier... qualifiers) {
        return new Figure(
                "DG02",
                Kind.RATIO,
                Scope.OWN,
                new BigDecimal(numerator),
                new BigDecimal(denominator),
                new BigDecimal(value),
                Arrays.asList(qualifiers));
    }

    @Test
    void roughPercentageShouldBeTakenAtItsWord() {
        assertThat(all(rough("906", "1797", "50", Qualifier.AT_LEAST))).isEmpty();
        assertThat(all(rough("906", "1797", "51", Qualifier.AT_LEAST))).hasSize(1);
        assertThat(all(rough("906", "1797", "51", Qualifier.AT_MOST))).isEmpty();
        assertThat(all(rough("906", "1797", "50.0", Qualifier.AT_MOST))).hasSize(1);
        assertThat(all(rough("906", "1797", "53", Qualifier.ABOUT))).isEmpty();
        assertThat(all(rough("906", "1797", "60", Qualifier.ABOUT))).hasSize(1);
        assertThat(all(rough("906", "1797", "53", Qualifier.NEARLY))).isEmpty();
        assertThat(all(rough("906", "1797", "49", Qualifier.NEARLY))).hasSize(1);
    }

    @Test
    void roughPercentageShouldProposeNoDenominator() {
        List<Oddity> oddities =
                all(rough("809", "1644", "60", Qualifier.AT_LEAST), ratio("DG05", "282", "1644", "16.95"));

        assertThat(oddities).hasSize(2);
        assertThat(oddities.getFirst().proposedDenominator()).isNull();
    }

    @Test
    void roughWholeShouldBeOutsideItsPartsOnlyWhereItIsSo() {
        Figure own = of(Kind.RATIO, Scope.OWN, "16.63");
        Figure children = of(Kind.RATIO, Scope.CHILDREN, "54.30");

        assertThat(all(own, children, of(Kind.RATIO, Scope.WHOLE, "10", Qualifier.AT_LEAST)))
                .isEmpty();
        assertThat(all(own, children, of(Kind.RATIO, Scope.WHOLE, "60", Qualifier.AT_LEAST)))
                .hasSize(1);
        assertThat(all(own, children, of(Kind.RATIO, Scope.WHOLE, "58", Qualifier.ABOUT)))
                .isEmpty();
        assertThat(all(
                        own,
                        of(Kind.RATIO, Scope.CHILDREN, "54.30", Qualifier.AT_LEAST),
                        of(Kind.RATIO, Scope.WHOLE, "60")))
                .isEmpty();
    }
}
