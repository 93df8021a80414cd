package vn.nhipso.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Keeps files and gives them back to those who may see them. */
@ApplicationScoped
class EvidenceService {

    private final DataSource dataSource;
    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final IdempotencyKeys keys;
    private final Insights insights;

    EvidenceService(
            DataSource dataSource,
            EvidenceStore store,
            EvidenceConfig config,
            IdempotencyKeys keys,
            Insights insights) {
        this.dataSource = dataSource;
        this.store = store;
        this.config = config;
        this.keys = keys;
        this.insights = insights;
    }

    /**
     * A file somebody sends.
     *
     * @param name empty without one
     * @param idempotencyKey null where the caller gave none
     */
    record Sent(
            File file,
            String type,
            String name,
            String author,
            @Nullable String idempotencyKey) {}

    /** 201, or 200 with the one that this person has sent before. */
    @Transactional
    KeptAnswer keep(Sent sent) {
        if (sent.file().length() > config.maxBytes()) {
            throw new ProblemException(
                    KitProblem.PAYLOAD_TOO_LARGE,
                    Text.of(
                            "Tệp minh chứng không quá %d byte.",
                            "A file of evidence has at most %d bytes.", config.maxBytes()));
        }
        String sha256 = digest(sent.file());
        String key = sent.idempotencyKey();
        try (Connection tx = dataSource.getConnection()) {
            if (key == null) {
                return keep(tx, sent, sha256);
            }
            String request = "POST /v1/evidence " + sent.type() + " " + sent.name() + " " + sha256;
            Optional<KeptAnswer> kept = keys.claim(tx, sent.author(), key, request);
            if (kept.isPresent()) {
                return kept.get();
            }
            KeptAnswer answer = keep(tx, sent, sha256);
            keys.keep(tx, sent.author(), key, answer);
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException("evidence not kept", failed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private KeptAnswer keep(Connection tx, Sent sent, String sha256) throws SQLException, IOException {
        EvidenceStore.Written written = store.keep(tx, sent.file(), sha256, sent.type(), sent.name(), sent.author());
        EvidenceView view = new EvidenceView(
                written.id(),
                sha256,
                sent.type(),
                sent.file().length(),
                sent.name().isEmpty() ? null : sent.name());
        return new KeptAnswer(written.isNew() ? 201 : 200, "/v1/evidence/" + written.id(), EventJson.write(view));
    }

    /** Fails with EVIDENCE_NOT_FOUND, or FORBIDDEN where the caller neither sent it nor sees a return that cites it. */
    EvidenceView find(UUID id, Caller caller) {
        EvidenceStore.Kept kept = read(connection -> store.find(connection, id)).orElseThrow(() -> notFound(id));
        if (!kept.author().equals(caller.name())
                && read(connection -> store.places(connection, id)).stream()
                        .noneMatch(place -> insights.covers(caller, place.unit(), place.period()))) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Text(
                            "Chỉ người được xem báo cáo có dẫn tệp này mới được mở.",
                            "Only those who may see a return that cites this file may open it."));
        }
        return kept.view();
    }

    private interface Reading<T> {

        T on(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("evidence not read", failed);
        }
    }

    /** Piece by piece; no connection is held while the reader takes its time. */
    void write(EvidenceView view, OutputStream target) throws IOException {
        int part = 0;
        for (Optional<byte[]> piece = piece(view, part); piece.isPresent(); piece = piece(view, ++part)) {
            target.write(piece.get());
        }
    }

    private Optional<byte[]> piece(EvidenceView view, int part) {
        return read(connection -> store.piece(connection, view.sha256(), part));
    }

    static ProblemException notFound(Object id) {
        return new ProblemException(
                IndicatorProblem.EVIDENCE_NOT_FOUND, Text.of("Không có tệp %s.", "There is no file %s.", id));
    }

    private static String digest(File file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file.toPath()), sha256)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
