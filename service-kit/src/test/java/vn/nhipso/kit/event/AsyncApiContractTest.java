package vn.nhipso.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI documents of the producing services, held against the topics and the published schemas. */
class AsyncApiContractTest {

    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final Map<String, Path> DOCUMENTS = Map.of(
            "directory", Path.of("../directory-service/docs/asyncapi.yaml"),
            "indicator", Path.of("../indicator-service/docs/asyncapi.yaml"));

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void everyPublishedTypeShouldStandInExactlyOneDocument() {
        List<String> described = new ArrayList<>();
        for (String service : DOCUMENTS.keySet()) {
            messages(service)
                    .map(message -> message.get("name").asText())
                    .filter(type -> !type.equals(CloudEventHeaders.HEARTBEAT))
                    .forEach(described::add);
        }

        assertThat(described)
                .as("add a new event to the docs/asyncapi.yaml of the service that sends it")
                .containsExactlyInAnyOrderElementsOf(published());
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "indicator"})
    void channelsShouldBeTheTopicsOfTheService(String service) {
        JsonNode channels = document(service).get("channels");
        List<Topic> topics = Topics.all().stream()
                .filter(topic -> Topics.producer(topic).equals(service))
                .toList();

        assertThat(names(channels)).isEqualTo(topics.stream().map(Topic::name).collect(Collectors.toSet()));
        for (Topic topic : topics) {
            JsonNode kafka = channels.get(topic.name()).at("/bindings/kafka");
            assertThat(channels.get(topic.name()).get("address").asText()).isEqualTo(topic.name());
            assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "indicator"})
    void messagesShouldStandOnTheTopicOfTheirSchema(String service) {
        JsonNode document = document(service);
        document.get("channels")
                .properties()
                .forEach(channel -> channel.getValue().get("messages").forEach(reference -> {
                    JsonNode message = resolve(document, reference.get("$ref").asText());
                    if (message.has("payload")) {
                        assertThat(schema(message).get("$comment").asText())
                                .startsWith("Topic " + channel.getKey() + ";");
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "indicator"})
    void everyReferenceShouldResolve(String service) {
        JsonNode document = document(service);
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(resolve(document, target).isMissingNode()).as(target).isFalse();
            } else {
                assertThat(DOCUMENTS.get(service).resolveSibling(target)).exists();
            }
        }
        messages(service).filter(message -> message.has("payload")).forEach(message -> assertThat(
                        schema(message).get("$id").asText())
                .isEqualTo("urn:nhipso:event:" + message.get("name").asText()));
        assertThat(document.at("/components/schemas/eventHeaders/properties/ce_source/const")
                        .asText())
                .isEqualTo(CloudEventHeaders.source(service));
    }

    private static Set<String> published() {
        try (Stream<Path> folders = Files.list(EVENTS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<JsonNode> messages(String service) {
        return document(service).at("/components/messages").valueStream();
    }

    private static JsonNode schema(JsonNode message) {
        return read(DOCUMENTS
                .get("directory")
                .resolveSibling(message.at("/payload/$ref").asText()));
    }

    private static JsonNode resolve(JsonNode document, String reference) {
        return document.at(reference.substring(1));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static JsonNode document(String service) {
        return read(DOCUMENTS.get(service));
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
