package vn.nhipso.local.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up country is a possible one: a list that the directory refuses would measure nothing. */
class GeneratedCountryTest {

    private static List<CountryState> states = List.of();

    @BeforeAll
    static void make(@TempDir Path folder) {
        states = GeneratedCountry.in(folder).stream().map(CountryState::of).toList();
    }

    @Test
    void listsShouldHaveTheSizeAndTheTreeOfARealCountry() {
        assertThat(states.getFirst().count("PROVINCE", null)).isEqualTo(63);
        assertThat(states.getFirst().count("DISTRICT", null)).isEqualTo(705);
        assertThat(states.getFirst().count("COMMUNE", null)).isEqualTo(10_595);
        assertThat(states.get(1).count("PROVINCE", null)).isEqualTo(34);
        assertThat(states.get(1).count("DISTRICT", null)).isZero();
        assertThat(states.get(1).count("COMMUNE", null)).isBetween(3_300L, 3_400L);
        for (CountryState state : states) {
            List<String> codes = state.units().stream().map(ListedUnit::code).toList();
            assertThat(codes).doesNotHaveDuplicates();
            assertThat(state.units())
                    .allMatch(unit -> unit.isProvince() == unit.parent().isEmpty());
            Set<String> known = Set.copyOf(codes);
            assertThat(state.units()).allMatch(unit -> unit.isProvince() || known.contains(unit.parent()));
        }
    }

    @Test
    void everyCommuneShouldGoSomewhereAndComeFromSomewhere() {
        CountryState before = states.getFirst();
        CountryState after = states.get(1);
        assertThat(codes(after.edges().stream().map(ListedEdge::to).toList()))
                .isEqualTo(codes(after.units().stream().map(ListedUnit::code).toList()));
        Set<String> went = codes(after.edges().stream().map(ListedEdge::from).toList());
        assertThat(before.units())
                .allMatch(unit -> went.contains(unit.code()) || unit.level().equals(ListedUnit.DISTRICT));
        Map<String, List<ListedEdge>> byOld = after.edges().stream().collect(Collectors.groupingBy(ListedEdge::from));
        assertThat(byOld.values())
                .allMatch(edges -> edges.size() == 1 == edges.getFirst().whole());
        assertThat(byOld.values().stream().filter(edges -> edges.size() > 1)).hasSizeBetween(300, 500);
    }

    @Test
    void mostCodesShouldBeUsedAgainUnderAnotherName() {
        Map<String, String> before =
                states.getFirst().units().stream().collect(Collectors.toMap(ListedUnit::code, ListedUnit::fullName));
        assertThat(states.get(1).units().stream()
                        .filter(unit -> before.containsKey(unit.code())
                                && !before.get(unit.code()).equals(unit.fullName())))
                .hasSizeGreaterThan(2_000);
    }

    private static Set<String> codes(List<String> codes) {
        return Set.copyOf(codes);
    }
}
