package vn.nhipso.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes objects, either rendered by kubectl or put together from the files of the base as kustomize would. */
record Manifests(List<JsonNode> objects) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static Manifests parsed(String text) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            return new Manifests(documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what the kustomization of the folder names; enough of kustomize for a base of plain files and patches by kind. */
    static Manifests base(Path folder) throws IOException {
        JsonNode kustomization =
                YAML.readTree(folder.resolve("kustomization.yaml").toFile());
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode resource : kustomization.path("resources")) {
            objects.addAll(
                    parsed(Files.readString(folder.resolve(resource.asText()))).objects());
        }
        for (JsonNode patch : kustomization.path("patches")) {
            JsonNode content =
                    YAML.readTree(folder.resolve(patch.path("path").asText()).toFile());
            String kind = patch.path("target").path("kind").asText();
            for (JsonNode object : objects) {
                if (object.path("kind").asText().equals(kind)) {
                    merge((ObjectNode) object.path("spec"), (ObjectNode) content.path("spec"));
                }
            }
        }
        return new Manifests(objects);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(entry -> {
            JsonNode present = target.get(entry.getKey());
            if (present instanceof ObjectNode object && entry.getValue() instanceof ObjectNode inner) {
                merge(object, inner);
            } else if (present instanceof ArrayNode array && entry.getValue() instanceof ArrayNode inner) {
                mergeByName(array, inner);
            } else {
                target.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    private static void mergeByName(ArrayNode target, ArrayNode patch) {
        for (JsonNode item : patch) {
            JsonNode same = target.valueStream()
                    .filter(present -> present.path("name").equals(item.path("name")))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                target.add(item.deepCopy());
            } else {
                merge((ObjectNode) same, (ObjectNode) item);
            }
        }
    }

    List<JsonNode> of(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode the(String kind, String name) {
        return of(kind).stream()
                .filter(object -> object.path("metadata").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }
}
