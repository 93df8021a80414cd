package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one can be told of. The words are those of the messages' {@code type}. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"measurements.changed", "return.due", "return.late", "return.returned"})
enum WebhookType {
    /** Figures were published, corrected or withdrawn. */
    MEASUREMENTS_CHANGED("measurements.changed"),
    /** A return must be submitted soon. */
    RETURN_DUE("return.due"),
    /** The deadline of a return has passed. */
    RETURN_LATE("return.late"),
    /** A return was sent back with remarks. */
    RETURN_RETURNED("return.returned");

    private final String word;

    WebhookType(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    @JsonCreator
    static WebhookType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type of message: " + word));
    }
}
