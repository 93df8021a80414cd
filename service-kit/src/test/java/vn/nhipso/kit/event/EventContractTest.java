package vn.nhipso.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.EventSchemas;

class EventContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vn.nhipso.unit.changed.v1",
                "vn.nhipso.lineage.changed.v1",
                "vn.nhipso.hierarchy.changed.v1",
                "vn.nhipso.alias.changed.v1",
                "vn.nhipso.team.changed.v1",
                "vn.nhipso.committee.changed.v1",
                "vn.nhipso.activity.changed.v1",
                "vn.nhipso.indicator.defined.v1",
                "vn.nhipso.target.set.v1",
                "vn.nhipso.return.changed.v1",
                "vn.nhipso.calendar.changed.v1",
                "vn.nhipso.measurement.published.v1",
                "vn.nhipso.measurement.withdrawn.v1"
            })
    void everyGoldenSampleShouldKeepItsSchema(String type) {
        for (String sample : EventSchemas.samples(type)) {
            EventSchemas.assertValid(type, sample);
        }
    }

    @Test
    void schemaShouldRejectAMeasurementWithoutRevision() {
        String sample =
                EventSchemas.samples("vn.nhipso.measurement.published.v1").getFirst();

        assertThat(EventSchemas.isValid(
                        "vn.nhipso.measurement.published.v1", sample.replace("\"revision\"", "\"version\"")))
                .isFalse();
    }

    @Test
    void decimalsOfAnEventShouldKeepTheirScale() {
        String sample =
                EventSchemas.samples("vn.nhipso.measurement.published.v1").get(1);

        var event = EventJson.tree(sample.getBytes(StandardCharsets.UTF_8));

        assertThat(event.get("value").decimalValue()).hasToString("54.30");
        assertThat(EventJson.write(event)).contains("54.30");
    }

    @Test
    void partitionOfAFamilyShouldNeverChange() {
        assertThat(Topics.partition(Topics.INDICATOR_MEASUREMENTS, "DG01|2022")).isEqualTo(PARTITION_OF_DG01_2022);
        assertThat(Topics.partition(Topics.DIRECTORY_HIERARCHY, "anything")).isZero();
    }

    private static final int PARTITION_OF_DG01_2022 = 3;
}
