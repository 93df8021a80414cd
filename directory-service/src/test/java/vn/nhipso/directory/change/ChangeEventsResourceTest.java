package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ChangeEventsResourceTest {

    private static final String MARKER = "vn.nhipso.hierarchy.changed.v1";

    @Test
    void aChangeShouldTravelAsUnitsThenLineageThenItsMarker() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("30", "Cũ", "tỉnh", "VN")
                .begins("301", "Một", "huyện", "30"));
        String id = record(change("MERGE", "2025-07-01")
                .ends("30", "301")
                .begins("30", "Mới", "tỉnh", "VN")
                .whole("30", "30"));

        List<ReceivedEvent> events = eventsOf(id);
        assertThat(events).extracting(ReceivedEvent::key).containsExactly("30", "301", "30@2025-07-01", id);
        events.forEach(
                event -> EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8)));

        JsonNode unit = events.get(0).json();
        assertThat(unit.get("revision").intValue()).isEqualTo(2);
        assertThat(unit.get("versions")).hasSize(2);
        assertThat(unit.at("/versions/0/validTo").asText()).isEqualTo("2025-07-01");
        assertThat(unit.at("/versions/1/fullName").asText()).isEqualTo("Tỉnh Mới");
        assertThat(unit.at("/versions/1").has("validTo")).isFalse();
        assertThat(events.get(2).json().at("/edges/0/to").asText()).isEqualTo("30");
        JsonNode marker = events.get(3).json();
        assertThat(marker.get("units").intValue()).isEqualTo(2);
        assertThat(marker.get("edges").intValue()).isEqualTo(1);
        assertThat(marker.at("/act/number").asText()).isEqualTo("1/NQ-TEST");
    }

    @Test
    void aChangeOfHamletsAloneShouldNeedNoAct() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("31", "Ba Mốt", "tỉnh", "VN")
                .begins("31101", "Một", "xã", "31"));
        String id = record(change("ESTABLISH", "2021-01-01").without("act").begins("31101-01", "1", "thôn", "31101"));
        ReceivedEvent marker = eventsOf(id).getLast();
        EventSchemas.assertValid(MARKER, new String(marker.data(), StandardCharsets.UTF_8));
        assertThat(marker.json().has("act")).isFalse();
    }

    @Test
    void aCodeUsedAgainWithoutLineageShouldSayThatItsSuccessorIsNotKnown() {
        record(change("CATALOGUE", "2021-01-01").begins("32", "Ba Hai", "tỉnh", "VN"));
        String id = record(change("CATALOGUE", "2025-07-01").ends("32").begins("32", "Khác", "tỉnh", "VN"));
        JsonNode lineage = eventsOf(id).get(1).json();
        assertThat(lineage.get("from").asText()).isEqualTo("32");
        assertThat(lineage.get("edges")).hasSize(1);
        assertThat(lineage.at("/edges/0").has("to")).isFalse();
    }

    /** All events of a change, once its marker has arrived. */
    private static List<ReceivedEvent> eventsOf(String change) {
        return Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_HIERARCHY).stream()
                                .filter(event -> change.equals(
                                        event.json().at("/changeId").asText()))
                                .toList(),
                        events -> events.stream().anyMatch(event -> event.type().equals(MARKER)));
    }
}
