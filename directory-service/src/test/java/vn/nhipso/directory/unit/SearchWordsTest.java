package vn.nhipso.directory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void allSpellingsShouldBecomeOne() {
        assertThat(SearchWords.of("Tam Nông")).isEqualTo("tam nong");
        assertThat(SearchWords.of("TAM  NÔNG")).isEqualTo("tam nong");
        assertThat(SearchWords.of(Normalizer.normalize("Tam Nông", Normalizer.Form.NFD)))
                .isEqualTo("tam nong");
        assertThat(SearchWords.of("Đồng Tháp")).isEqualTo("dong thap");
        assertThat(SearchWords.of("Hoà/Hòa, Ưu Ơ")).isEqualTo("hoa hoa uu o");
        assertThat(SearchWords.of("%_\\' ;")).isEmpty();
    }

    @Test
    void theQuickWayShouldBeTheRule() {
        String all = IntStream.range(0, 0x2100)
                .filter(letter -> !Character.isSurrogate((char) letter))
                .mapToObj(letter -> "a" + (char) letter + "b ")
                .collect(Collectors.joining());
        for (String word : all.split("(?<=b )")) {
            assertThat(SearchWords.of(word)).as(word).isEqualTo(SearchWords.slowly(word));
        }
        assertThat(SearchWords.of("ΟΔΟΣ 𝒳")).isEqualTo(SearchWords.slowly("ΟΔΟΣ 𝒳"));
    }
}
