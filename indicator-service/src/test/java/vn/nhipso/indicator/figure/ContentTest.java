package vn.nhipso.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static Content content(
            @Nullable String numerator, @Nullable String value, @Nullable Absence absence, @Nullable String note) {
        return new Content(
                numerator == null ? null : new BigDecimal(numerator),
                null,
                value == null ? null : new BigDecimal(value),
                null,
                absence,
                null,
                null,
                note);
    }

    @Test
    void scaleShouldBePartOfAValueButNotOfACount() {
        assertThat(content(null, "54.30", null, null).sameAs(content(null, "54.3", null, null)))
                .isFalse();
        assertThat(content("5.0", null, null, null).sameAs(content("5", null, null, null)))
                .isTrue();
    }

    @Test
    void fieldLeftOutShouldMeanAsBefore() {
        Content after = content("6", null, null, null).over(content("5", "79", null, "n"));

        assertThat(after.sameAs(content("6", "79", null, "n"))).isTrue();
    }

    @Test
    void absenceShouldTakeThePlaceOfNumbersAndNumbersThatOfAnAbsence() {
        assertThat(content(null, null, Absence.NO_METHOD, null)
                        .over(content("5", "79", null, "n"))
                        .sameAs(content(null, null, Absence.NO_METHOD, "n")))
                .isTrue();
        assertThat(content(null, "79", null, null)
                        .over(content(null, null, Absence.NO_METHOD, "n"))
                        .sameAs(content(null, "79", null, "n")))
                .isTrue();
    }

    @Test
    void wordsShouldBeMergedFieldByField() {
        Stated before = new Stated("đạt", null, "giảm", null, null, null);
        Content words =
                new Content(null, null, null, null, null, new Stated("vượt", null, null, 1, null, null), null, null);

        assertThat(words.over(new Content(null, null, null, List.of(), null, before, null, null))
                        .stated())
                .isEqualTo(new Stated("vượt", null, "giảm", 1, null, null));
    }
}
