package vn.nhipso.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;

/** One effect for one Idempotency-Key, within the running transaction. */
@ApplicationScoped
public class OnceOnly {

    private final IdempotencyKeys keys;
    private final DataSource dataSource;

    OnceOnly(IdempotencyKeys keys, DataSource dataSource) {
        this.keys = keys;
        this.dataSource = dataSource;
    }

    public KeptAnswer answer(String caller, String key, String request, Supplier<KeptAnswer> effect) {
        try (Connection transaction = dataSource.getConnection()) {
            Optional<KeptAnswer> kept = keys.claim(transaction, caller, key, request);
            if (kept.isPresent()) {
                return kept.get();
            }
            KeptAnswer answer = effect.get();
            keys.keep(transaction, caller, key, answer);
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException("idempotency key not kept", failed);
        }
    }
}
