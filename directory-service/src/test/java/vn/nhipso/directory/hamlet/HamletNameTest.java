package vn.nhipso.directory.hamlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HamletNameTest {

    @Test
    void caseAndThePlaceOfTheToneMarkShouldNotCount() {
        assertThat(HamletName.key("Phú Hòa")).isEqualTo(HamletName.key("PHÚ HOÀ"));
        assertThat(HamletName.key("Thủy")).isEqualTo(HamletName.key("Thuỷ"));
        assertThat(HamletName.key("Ho\u0300a")).isEqualTo(HamletName.key("Hòa"));
        assertThat(HamletName.key("Thôn  1")).isEqualTo(HamletName.key("thôn 1"));
    }

    @Test
    void anotherToneOrVowelShouldBeAnotherName() {
        assertThat(HamletName.key("Hòa")).isNotEqualTo(HamletName.key("Hóa"));
        assertThat(HamletName.key("Đông")).isNotEqualTo(HamletName.key("Đồng")).isNotEqualTo(HamletName.key("Dông"));
        assertThat(HamletName.key("Hòa Bình")).isNotEqualTo(HamletName.key("Hoa Bình"));
    }

    @Test
    void theWordOfTheTypeShouldBeTakenOffTheName() {
        assertThat(HamletName.without("thôn", "Thôn 1")).isEqualTo("1");
        assertThat(HamletName.without("ấp", "Ấp Phú Thọ")).isEqualTo("Phú Thọ");
        assertThat(HamletName.without("thôn", "Thôn")).isEqualTo("Thôn");
        assertThat(HamletName.without("ấp", "Ấpa")).isEqualTo("Ấpa");
    }
}
