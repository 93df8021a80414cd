package vn.nhipso.directory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A field of a PATCH. Where the field is absent the component itself is null and everything stays as it is; a null that was sent
 * removes what is there (RFC 7396).
 *
 * @param value null: remove
 */
@JsonDeserialize(using = Sent.Reader.class)
public record Sent<T>(@Nullable T value) {

    /** What holds after the edit. */
    public static <T> @Nullable T or(@Nullable Sent<T> sent, @Nullable T before) {
        return sent == null ? before : sent.value();
    }

    /** Values may be personal data. */
    @Override
    public String toString() {
        return "Sent";
    }

    /** Tells a field that was sent as null from one that was not sent. */
    static final class Reader extends JsonDeserializer<Sent<?>> implements ContextualDeserializer {

        private final @Nullable JavaType type;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType whole = property == null ? context.getContextualType() : property.getType();
            return new Reader(whole.containedTypeOrUnknown(0));
        }

        @Override
        public Sent<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Sent<Object>(context.readValue(parser, type));
        }

        @Override
        public Sent<?> getNullValue(DeserializationContext context) {
            return new Sent<Object>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
