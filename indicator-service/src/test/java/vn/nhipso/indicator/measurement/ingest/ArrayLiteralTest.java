package vn.nhipso.indicator.measurement.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayLiteralTest {

    @Test
    void textShouldBeQuotedWhateverIsInIt() {
        List<String> rows = Arrays.asList("870", "a,b", "say \"no\"", "back\\slash", "{}", "NULL", "", null);

        assertThat(ArrayLiteral.quoted(rows, text -> text))
                .isEqualTo("{\"870\",\"a,b\",\"say \\\"no\\\"\",\"back\\\\slash\",\"{}\",\"NULL\",\"\",NULL}");
    }

    @Test
    void numbersShouldKeepTheirScale() {
        List<BigDecimal> rows = Arrays.asList(new BigDecimal("54.30"), null, BigDecimal.ZERO);

        assertThat(ArrayLiteral.plain(rows, row -> row)).isEqualTo("{54.30,null,0}");
    }

    @Test
    void nothingShouldBeAnEmptyArray() {
        assertThat(ArrayLiteral.plain(List.of(), row -> row)).isEqualTo("{}");
    }
}
