package vn.nhipso.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * The memory of requests that carried an {@code Idempotency-Key}. It lives in the transaction of the effect: {@link #claim} before it,
 * {@link #keep} after it; a rollback forgets both.
 */
@ApplicationScoped
public class IdempotencyKeys {

    /** Waits for another transaction that holds the same key, and then finds its answer. */
    private static final String CLAIM = """
            INSERT INTO idempotency_key (caller, key, request_hash, status, body) VALUES (?, ?, ?, 0, '')
            ON CONFLICT (caller, key) DO NOTHING
            """;

    private static final String FIND =
            "SELECT request_hash, status, location, body FROM idempotency_key WHERE caller = ? AND key = ?";

    private static final String KEEP =
            "UPDATE idempotency_key SET status = ?, location = ?, body = ? WHERE caller = ? AND key = ?";

    /**
     * Claims a key for the running transaction.
     *
     * @param caller whose key it is: the same key of two users is two keys
     * @param request what distinguishes the request: method, path, parameters and body
     * @return the answer to give again; empty when this is the first time and the effect is to follow
     */
    public Optional<KeptAnswer> claim(Connection transaction, String caller, String key, String request)
            throws SQLException {
        String hash = hash(request);
        try (PreparedStatement claim = transaction.prepareStatement(CLAIM)) {
            claim.setString(1, caller);
            claim.setString(2, key);
            claim.setString(3, hash);
            return claim.executeUpdate() == 1 ? Optional.empty() : Optional.of(find(transaction, caller, key, hash));
        }
    }

    /** Keeps the answer of the effect with the claimed key. */
    public void keep(Connection transaction, String caller, String key, KeptAnswer answer) throws SQLException {
        try (PreparedStatement keep = transaction.prepareStatement(KEEP)) {
            keep.setInt(1, answer.status());
            keep.setString(2, answer.location());
            keep.setString(3, answer.body());
            keep.setString(4, caller);
            keep.setString(5, key);
            keep.executeUpdate();
        }
    }

    private static KeptAnswer find(Connection transaction, String caller, String key, String hash) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(FIND)) {
            find.setString(1, caller);
            find.setString(2, key);
            try (ResultSet kept = find.executeQuery()) {
                kept.next();
                if (!kept.getString(1).equals(hash)) {
                    throw new ProblemException(
                            KitProblem.IDEMPOTENCY_KEY_REUSED,
                            new Text(
                                    "Khóa này đã được dùng cho một yêu cầu khác; hãy dùng khóa mới.",
                                    "This key was used for another request; use a new one."));
                }
                return new KeptAnswer(kept.getInt(2), kept.getString(3), kept.getString(4));
            }
        }
    }

    private static String hash(String request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
