package vn.nhipso.directory;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a strong ETag made of what is answered. */
public final class Tagged {

    private static final int TAG_LENGTH = 32;

    private Tagged() {}

    /** 304 where the caller has it already. */
    public static <T extends Record> RestResponse<T> answer(Request request, T body) {
        EntityTag tag = new EntityTag(tag(body));
        if (request.evaluatePreconditions(tag) != null) {
            return RestResponse.ResponseBuilder.<T>create(Response.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(body).tag(tag).build();
    }

    /** The answer to an edit, with the tag of the state after it. */
    public static <T extends Record> RestResponse<T> edited(T answer, Record state) {
        return RestResponse.ResponseBuilder.ok(answer)
                .tag(new EntityTag(tag(state)))
                .build();
    }

    /** What the ETag of this state holds between its quotes. */
    static String tag(Record state) {
        return digest(state.toString()).substring(0, TAG_LENGTH);
    }

    /** SHA-256 in hexadecimal digits. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
