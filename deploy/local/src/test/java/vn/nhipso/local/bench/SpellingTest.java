package vn.nhipso.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void nameShouldBeTypedInEveryWayInWhichPeopleTypeIt() {
        String name = "Xã Đồng Tâm";
        assertThat(Spelling.AS_WRITTEN.of(name)).isEqualTo(name);
        assertThat(Spelling.LOWER_CASE.of(name)).isEqualTo("xã đồng tâm");
        assertThat(Spelling.WITHOUT_DIACRITICS.of(name)).isEqualTo("xa dong tam");
        assertThat(Spelling.UPPER_CASE_WITHOUT_DIACRITICS.of(name)).isEqualTo("XA DONG TAM");
        assertThat(Spelling.DECOMPOSED.of(name)).isNotEqualTo(name).satisfies(decomposed -> assertThat(
                        Normalizer.normalize(decomposed, Normalizer.Form.NFC))
                .isEqualTo(name));
    }
}
