package vn.nhipso.indicator.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.IndicatorProblem;

class SuccessionTest {

    private static final Span FIRST = new Span(1, null, null);
    private static final Span SECOND = new Span(2, LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));

    private static List<String> check(List<Span> spans, boolean isNew, @Nullable String from, boolean allowGap) {
        return Succession.check(spans, isNew, from == null ? null : LocalDate.parse(from), allowGap).stream()
                .map(violation -> violation.code().name())
                .toList();
    }

    @Test
    void newVersionShouldBeginAfterThePresentOneAndEndIt() {
        assertThat(check(List.of(FIRST), true, "2023-01-01", false)).isEmpty();
        assertThat(check(List.of(SECOND, FIRST), true, "2023-07-01", false)).isEmpty();
        assertThat(check(List.of(SECOND, FIRST), true, "2022-12-31", false))
                .containsExactly(IndicatorProblem.VERSION_BEGINS_TOO_EARLY.name());
        assertThat(check(List.of(SECOND, FIRST), true, null, false))
                .containsExactly(IndicatorProblem.VERSION_BEGINS_TOO_EARLY.name());
    }

    @Test
    void versionThatBeginsOnTheSameDayShouldTakeThePlaceOfThePresentOne() {
        assertThat(check(List.of(SECOND, FIRST), true, "2023-01-01", false)).isEmpty();
        assertThat(check(List.of(FIRST), true, null, false)).isEmpty();
    }

    @Test
    void daysWithoutAVersionShouldBeMeant() {
        assertThat(check(List.of(SECOND, FIRST), true, "2024-01-01", false)).isEmpty();
        assertThat(check(List.of(SECOND, FIRST), true, "2024-01-02", false))
                .containsExactly(IndicatorProblem.VERSIONS_LEAVE_A_GAP.name());
        assertThat(check(List.of(SECOND, FIRST), true, "2024-01-02", true)).isEmpty();
    }

    @Test
    void movedFirstDayShouldStayBehindTheVersionBefore() {
        assertThat(check(List.of(SECOND, FIRST), false, "2020-01-01", false)).isEmpty();
        assertThat(check(List.of(SECOND, FIRST), false, null, false))
                .containsExactly(IndicatorProblem.VERSION_BEGINS_TOO_EARLY.name());
        assertThat(check(List.of(FIRST), false, "2020-01-01", false)).isEmpty();
    }
}
