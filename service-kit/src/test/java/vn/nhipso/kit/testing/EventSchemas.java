package vn.nhipso.kit.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The published event contracts: producers test what they send, consumers what they can read. */
public final class EventSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventSchemas() {}

    /** Fails with every violation. */
    public static void assertValid(String type, String json) {
        List<Error> errors = schema(type).validate(json, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " does not keep its contract: " + errors + " in " + json);
        }
    }

    /** Whether the JSON keeps the contract. */
    public static boolean isValid(String type, String json) {
        return schema(type).validate(json, InputFormat.JSON).isEmpty();
    }

    /** The golden samples of a type, oldest first; kept for ever. */
    public static List<String> samples(String type) {
        List<String> samples = new ArrayList<>();
        for (int number = 1; ; number++) {
            String path = String.format(Locale.ROOT, "/events/%s/samples/%02d.json", type, number);
            try (InputStream sample = EventSchemas.class.getResourceAsStream(path)) {
                if (sample == null) {
                    break;
                }
                samples.add(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples of " + type);
        }
        return samples;
    }

    private static Schema schema(String type) {
        String path = "/events/" + type + "/schema.json";
        try (InputStream schema = EventSchemas.class.getResourceAsStream(path)) {
            if (schema == null) {
                throw new IllegalArgumentException("no schema of " + type);
            }
            return REGISTRY.getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
