package vn.nhipso.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Creates something; sent again with the same Idempotency-Key it answers the same and creates nothing. */
@ApplicationScoped
public class Once {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final DataSource dataSource;
    private final ObjectMapper mapper;

    Once(IdempotencyKeys keys, DataSource dataSource, ObjectMapper mapper) {
        this.keys = keys;
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /**
     * Who asks for what.
     *
     * @param key null where the caller gave none
     * @param path of the request, with what distinguishes it
     */
    public record Request(@Nullable String key, String caller, String path, Object body) {}

    /** What was created, and where it is. */
    public record Created<T>(@Nullable String location, T body) {

        public RestResponse<T> answer() {
            return RestResponse.ResponseBuilder.<T>created(URI.create(String.valueOf(location)))
                    .entity(body)
                    .build();
        }
    }

    /** Runs the effect in one transaction with the memory of it. */
    @Transactional
    public <T> Created<T> create(Request request, Class<T> type, Supplier<T> effect, Function<T, String> location) {
        return kept(request, type, () -> {
            T body = effect.get();
            return new Created<>(location.apply(body), body);
        });
    }

    /** The same for what answers 200 with what it did and makes nothing that has a place. */
    @Transactional
    public <T> T answer(Request request, Class<T> type, Supplier<T> effect) {
        return kept(request, type, () -> new Created<>(null, effect.get())).body();
    }

    private <T> Created<T> kept(Request request, Class<T> type, Supplier<Created<T>> effect) {
        String key = request.key();
        if (key == null) {
            return effect.get();
        }
        requireSaneKey(key);
        try (Connection transaction = dataSource.getConnection()) {
            String content = request.path() + " " + mapper.writeValueAsString(request.body());
            Optional<KeptAnswer> kept = keys.claim(transaction, request.caller(), key, content);
            if (kept.isPresent()) {
                return new Created<>(
                        kept.get().location(), mapper.readValue(kept.get().body(), type));
            }
            Created<T> created = effect.get();
            keys.keep(
                    transaction,
                    request.caller(),
                    key,
                    new KeptAnswer(
                            created.location() == null ? OK : CREATED,
                            created.location(),
                            mapper.writeValueAsString(created.body())));
            return created;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("idempotency key not kept", failed);
        }
    }

    private static void requireSaneKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    Text.of(
                            "Idempotency-Key phải có từ 1 đến %d ký tự.",
                            "Idempotency-Key has 1 to %d characters.", LONGEST_KEY));
        }
    }
}
