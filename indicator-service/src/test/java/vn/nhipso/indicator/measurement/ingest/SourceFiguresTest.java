package vn.nhipso.indicator.measurement.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** One figure of each form that the five texts hold: it is taken as the text states it, and read back the same. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class SourceFiguresTest {

    @BeforeEach
    void province() {
        Province.exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE03|871|2024-10-12|OWN|\"numerator\":126,\"denominator\":214,\"value\":59,\"qualifiers\":[\"AT_LEAST\"],\"stated\":{\"status\":\"vượt kế hoạch đề ra\"}",
                "DE05|871|2024-10-12|WHOLE|\"numerator\":28,\"denominator\":28,\"stated\":{\"status\":\"đạt kế hoạch đề ra\"}",
                "DE05|870|2022-H1|WHOLE|\"value\":100",
                "DS13|871|2024-10-12|WHOLE|\"value\":30,\"qualifiers\":[\"AT_LEAST\"],\"stated\":{\"status\":\"dự kiến đạt\",\"dueYear\":2025}",
                "DG08|15655|2024-YTD07|OWN|\"value\":100",
                "DT01|15655|2024-07|OWN|\"value\":7",
                "DI07|15655|2024-07|OWN|\"stated\":{\"status\":\"được quan tâm đầu tư\"}",
                "DS09|15655|2024-07|OWN|\"value\":60,\"qualifiers\":[\"AT_LEAST\",\"ABOUT\"]",
                "DG08|870|2022-H2|WHOLE|\"stated\":{\"status\":\"chưa đạt\"},\"note\":\"dưới 100 %\"",
                "DG01|31408|2022-YTD09|OWN|\"value\":81.44",
                "DS13|31408|2022-09|OWN|\"numerator\":3178",
                "DG01|31420|2022-YTD10|OWN|\"value\":80,\"qualifiers\":[\"ABOUT\"]",
                "DG01|934|2022-YTD09|WHOLE|\"value\":36.27",
                "DG01|934|2022-YTD09|OWN|\"value\":16.63,\"stated\":{\"rank\":1,\"rankAmong\":\"huyện, thị xã, thành phố trong tỉnh\"}",
                "DG01|934|2022-YTD08|CHILDREN|\"value\":54.30,\"stated\":{\"rank\":4,\"rankAmong\":\"xã, thị trấn trong tỉnh\"}",
                "DG24|87|2024-Q1|OWN|\"stated\":{\"status\":\"bước đầu khai thác\"}",
                "DE01|87|2023-04-14|OWN|\"absence\":\"NO_METHOD\",\"stated\":{\"status\":\"chưa xác định được\"}",
                "DI07|87|2023-04-14|WHOLE|\"numerator\":551,\"value\":79",
                "DT01|87|2024-04-14|WHOLE|\"value\":1500000,\"qualifiers\":[\"NEARLY\"]",
            })
    void figureShouldBeTakenAndReadBackAsStated(
            String indicator, String unit, String period, String scope, String says) {
        send(item(indicator, unit, period, scope, says)).then().statusCode(201);

        String answer = read("indicator=" + indicator + "&unit=" + unit + "&period=" + period + "&scope=" + scope)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (String field : says.split(",(?=\"(numerator|denominator|value|qualifiers|stated|absence|note)\":)")) {
            assertThat(answer).contains(field);
        }
        assertThat(answer.contains("\"value\"")).isEqualTo(says.contains("\"value\""));
    }
}
