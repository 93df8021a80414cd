package vn.nhipso.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.stack.StackException;

class RollupSizeTest {

    @Test
    void linesShouldBeThoseThatAreNamedInTheOrderOfTheTable() {
        assertThat(RollupSize.named(List.of("nation", "province")))
                .extracting(RollupSize::name)
                .containsExactly("a province, a year", "the nation, a year");
    }

    @Test
    void unknownLineShouldBeRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> RollupSize.named(List.of("five", "world")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("province,five,nation");
    }

    @Test
    void nationShouldAskForTheDiskThatItsFiguresTake() {
        RollupSize nation = RollupSize.named(List.of("nation")).getFirst();
        assertThat(nation.figures()).isEqualTo(6_021_000);
        assertThat(nation.diskBytes()).isGreaterThan(8L << 30);
    }
}
