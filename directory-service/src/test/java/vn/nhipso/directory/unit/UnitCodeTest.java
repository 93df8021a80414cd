package vn.nhipso.directory.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnitCodeTest {

    @Test
    void theFormShouldGiveTheLevel() {
        assertThat(new UnitCode("VN").level()).isEqualTo(Level.COUNTRY);
        assertThat(new UnitCode("01").level()).isEqualTo(Level.PROVINCE);
        assertThat(new UnitCode("870").level()).isEqualTo(Level.DISTRICT);
        assertThat(new UnitCode("00004").level()).isEqualTo(Level.COMMUNE);
        assertThat(new UnitCode("15655-07").level()).isEqualTo(Level.HAMLET);
        assertThat(new UnitCode("15655-107").hamletNumber()).isEqualTo(107);
        assertThat(new UnitCode("15655-07").communeOfHamlet()).isEqualTo("15655");
    }

    @Test
    void everythingElseShouldBeRefused() {
        for (String wrong : new String[] {
            "", "V", "vn", "1", "1234", "123456", "15655-1", "15655-1234", "15655-", "١٢", "12 ", "12\n"
        }) {
            assertThat(UnitCode.parse(wrong)).as(wrong).isEmpty();
            assertThatThrownBy(() -> new UnitCode(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(UnitCode.parse(null)).isEmpty();
    }
}
