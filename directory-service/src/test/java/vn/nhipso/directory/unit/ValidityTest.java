package vn.nhipso.directory.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 7, 1);
    private final Validity validity = new Validity(FIRST, END);

    @Test
    void theFirstDayShouldBeInsideAndTheEndOutside() {
        assertThat(validity.contains(FIRST)).isTrue();
        assertThat(validity.contains(END.minusDays(1))).isTrue();
        assertThat(validity.contains(END)).isFalse();
        assertThat(validity.contains(FIRST.minusDays(1))).isFalse();
        assertThat(Validity.since(FIRST).contains(END)).isTrue();
    }

    @Test
    void neighboursShouldNotOverlap() {
        assertThat(validity.overlaps(Validity.since(END))).isFalse();
        assertThat(validity.overlaps(Validity.since(END.minusDays(1)))).isTrue();
        assertThat(validity.overlaps(new Validity(Validity.ALWAYS, FIRST))).isFalse();
    }

    @Test
    void anEmptyOrReversedSpanShouldBeRefused() {
        assertThatThrownBy(() -> new Validity(FIRST, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Validity(END, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void peopleShouldReadFirstAndLastDay() {
        assertThat(validity.spoken()).isEqualTo("2021-01-01/2025-06-30");
        assertThat(Validity.since(Validity.ALWAYS).spoken()).isEqualTo("…/…");
    }
}
