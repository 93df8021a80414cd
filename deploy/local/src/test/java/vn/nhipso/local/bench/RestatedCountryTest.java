package vn.nhipso.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.country.ListedEdge;
import vn.nhipso.local.country.ListedUnit;

class RestatedCountryTest {

    private static final Map<String, BigDecimal> FIGURES =
            Map.of("a", BigDecimal.ONE, "b", BigDecimal.TWO, "c", BigDecimal.TEN, "d", BigDecimal.TEN);

    private final RestatedCountry country = new RestatedCountry(
            state(
                    List.of("1 province", "2 province", "11 district 1", "21 district 2"),
                    List.of("a commune 11", "b commune 11", "c commune 11", "d commune 21"),
                    List.of()),
            state(
                    List.of("1 province"),
                    List.of("a commune 1", "e commune 1", "f commune 1", "d commune 1"),
                    List.of("b a whole", "a a whole", "c e part", "c f part", "c d none", "2 1 whole province")));

    private static CountryState state(List<String> above, List<String> communes, List<String> edges) {
        return new CountryState(
                LocalDate.of(2025, 7, 1),
                Stream.concat(above.stream(), communes.stream())
                        .map(text -> text.split(" "))
                        .map(part ->
                                new ListedUnit(part[0], part[0], part[0], "", part[1], part.length > 2 ? part[2] : ""))
                        .toList(),
                edges.stream()
                        .map(text -> text.split(" "))
                        .map(part -> new ListedEdge(
                                part[0],
                                part[1],
                                part[2].equals("whole"),
                                part.length > 3 ? part[3] : "commune",
                                part[2]))
                        .toList());
    }

    @Test
    void communesOfWholeOnesShouldBeTheirSumAndOthersLeftOut() {
        assertThat(country.wholeCommunes(FIGURES))
                .containsOnly(Map.entry("a", BigDecimal.valueOf(3)), Map.entry("d", BigDecimal.TEN));
    }

    @Test
    void provincesShouldBeTheSumOfAllThatWentThereWhole() {
        assertThat(country.wholeProvinces(FIGURES)).containsOnly(Map.entry("1", BigDecimal.valueOf(23)));
        assertThat(country.province(List.of("a", "c"))).contains("1");
    }

    @Test
    void districtShouldBeTheOneAskedForOrOneWhoseCommunesWentWhole() {
        assertThat(country.district("11")).isEqualTo("11");
        assertThat(country.district("934")).isEqualTo("21");
        assertThat(country.within("11")).containsExactly("a", "b", "c");
    }
}
