package vn.nhipso.directory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
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
}
