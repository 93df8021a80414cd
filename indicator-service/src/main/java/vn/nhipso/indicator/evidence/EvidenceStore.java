package vn.nhipso.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements that keep files and read them. */
@ApplicationScoped
class EvidenceStore {

    /** Bytes in one piece: what an upload or a download has in memory. */
    static final int CHUNK = 256 * 1024;

    /** Also takes the row's lock, so that the content cannot be swept before the file is kept. */
    private static final String CONTENT = """
            INSERT INTO evidence_content AS c (sha256, size, recorded_at) VALUES (?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET recorded_at = excluded.recorded_at RETURNING xmax = 0
            """;

    private static final String PIECE = "INSERT INTO evidence_chunk (sha256, part, bytes) VALUES (?, ?, ?)";

    private static final String KEEP = """
            INSERT INTO evidence (sha256, type, name, author, recorded_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT uq_evidence_sha256_type_name_author DO UPDATE SET recorded_at = excluded.recorded_at
            RETURNING id, xmax = 0
            """;

    private static final String FIND = """
            SELECT e.id, e.sha256, e.type, c.size, e.name, e.author
            FROM evidence e JOIN evidence_content c ON c.sha256 = e.sha256 WHERE e.id = ?
            """;

    private static final String PLACES = """
            SELECT DISTINCT m.unit, m.period FROM revision_evidence r JOIN measurement m ON m.id = r.measurement_id
            WHERE r.evidence = ?
            """;

    private static final String READ = "SELECT bytes FROM evidence_chunk WHERE sha256 = ? AND part = ?";

    private final Clock clock;

    EvidenceStore(Clock clock) {
        this.clock = clock;
    }

    /** What is known of a file. */
    record Kept(EvidenceView view, String author) {}

    /** Where it is cited. */
    record Place(String unit, String period) {}

    /** @param isNew whether this person had not sent it before */
    record Written(UUID id, boolean isNew) {}

    Written keep(Connection tx, File file, String sha256, String type, String name, String author)
            throws SQLException, IOException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (isNewContent(tx, sha256, file.length(), now)) {
            writePieces(tx, sha256, file);
        }
        try (PreparedStatement keep = tx.prepareStatement(KEEP)) {
            keep.setString(1, sha256);
            keep.setString(2, type);
            keep.setString(3, name);
            keep.setString(4, author);
            keep.setObject(5, now);
            try (ResultSet row = keep.executeQuery()) {
                row.next();
                return new Written(row.getObject(1, UUID.class), row.getBoolean(2));
            }
        }
    }

    private static boolean isNewContent(Connection tx, String sha256, long size, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement content = tx.prepareStatement(CONTENT)) {
            content.setString(1, sha256);
            content.setLong(2, size);
            content.setObject(3, now);
            try (ResultSet row = content.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void writePieces(Connection tx, String sha256, File file) throws SQLException, IOException {
        try (InputStream bytes = Files.newInputStream(file.toPath());
                PreparedStatement insert = tx.prepareStatement(PIECE)) {
            int part = 0;
            for (byte[] piece = bytes.readNBytes(CHUNK); piece.length > 0; piece = bytes.readNBytes(CHUNK)) {
                insert.setString(1, sha256);
                insert.setInt(2, part++);
                insert.setBytes(3, piece);
                insert.executeUpdate();
            }
        }
    }

    Optional<Kept> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String name = row.getString(5);
                EvidenceView view = new EvidenceView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        name.isEmpty() ? null : name);
                return Optional.of(new Kept(view, row.getString(6)));
            }
        }
    }

    List<Place> places(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PLACES)) {
            select.setObject(1, id);
            List<Place> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(new Place(row.getString(1), row.getString(2)));
                }
            }
            return places;
        }
    }

    /** A piece of a file; empty behind the last one. */
    Optional<byte[]> piece(Connection connection, String sha256, int part) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, sha256);
            read.setInt(2, part);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }
}
