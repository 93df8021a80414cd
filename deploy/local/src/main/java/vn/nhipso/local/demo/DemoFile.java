package vn.nhipso.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import vn.nhipso.local.api.ApiJson;

/** One file of {@code demo/}: request bodies in their order, without the keys that are for readers only. */
record DemoFile(String name, List<JsonNode> items) {

    static DemoFile read(String name) {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("demo/" + name + " is missing in the jar");
            }
            List<JsonNode> items = new ArrayList<>();
            ApiJson.read(in).path("items").forEach(item -> items.add(stripped(item)));
            return new DemoFile(name, List.copyOf(items));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys that begin with an underscore say where an item comes from; no service knows them. */
    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                if (names.next().startsWith("_")) {
                    names.remove();
                }
            }
        }
        node.forEach(DemoFile::stripped);
        return node;
    }
}
