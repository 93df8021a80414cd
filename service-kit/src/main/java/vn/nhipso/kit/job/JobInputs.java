package vn.nhipso.kit.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;

/** The files that jobs work on, in pieces, so that no more than one piece is in memory. */
final class JobInputs {

    private static final int PIECE = 1024 * 1024;

    private JobInputs() {}

    static void store(Connection transaction, UUID job, Path input) throws SQLException, IOException {
        try (InputStream content = Files.newInputStream(input);
                PreparedStatement insert =
                        transaction.prepareStatement("INSERT INTO job_input (job, part, data) VALUES (?, ?, ?)")) {
            byte[] piece = new byte[PIECE];
            int part = 0;
            for (int length = content.readNBytes(piece, 0, PIECE);
                    length > 0 || part == 0;
                    length = content.readNBytes(piece, 0, PIECE)) {
                insert.setObject(1, job);
                insert.setInt(2, part++);
                insert.setBytes(3, length == PIECE ? piece : Arrays.copyOf(piece, length));
                insert.executeUpdate();
            }
        }
    }

    /** Writes the file to the disk. False where the job has none. */
    static boolean load(DataSource dataSource, UUID job, Path target) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("SELECT data FROM job_input WHERE job = ? AND part = ?");
                OutputStream file = Files.newOutputStream(target)) {
            int part = 0;
            while (true) {
                find.setObject(1, job);
                find.setInt(2, part);
                try (ResultSet piece = find.executeQuery()) {
                    if (!piece.next()) {
                        return part > 0;
                    }
                    file.write(piece.getBytes(1));
                }
                part++;
            }
        }
    }
}
