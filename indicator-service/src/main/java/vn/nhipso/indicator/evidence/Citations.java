package vn.nhipso.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Which revisions cite which files. */
@ApplicationScoped
public class Citations {

    private static final String FOREIGN_KEY = "23503";

    private static final String OWN = "SELECT id FROM evidence WHERE id = ANY (?) AND author = ?";

    private static final String CITED_BY_UNITS = """
            SELECT DISTINCT m.unit || '|' || m.period, r.evidence FROM revision_evidence r JOIN measurement m ON m.id = r.measurement_id
            WHERE r.evidence = ANY (?)
            """;

    private static final String CITED_BY =
            "SELECT measurement_id, evidence FROM revision_evidence WHERE measurement_id = ANY (?)";

    private static final String CITE = """
            INSERT INTO revision_evidence (measurement_id, revision, evidence)
            SELECT * FROM unnest(?::uuid[], ?::int[], ?::uuid[]) ON CONFLICT DO NOTHING
            """;

    private static final String CARRY = SqlResource.load(Citations.class, "carry.sql");

    private final DataSource dataSource;

    Citations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A file and who cites it. */
    public record Citation(UUID measurement, int revision, UUID evidence) {}

    /** What somebody may cite: a file of their own, or one that the unit cites already for the period; a code alone may have had another bearer. */
    public static final class Citable {

        private final Set<UUID> own;
        private final Map<String, Set<UUID>> ofUnits;

        Citable(Set<UUID> own, Map<String, Set<UUID>> ofUnits) {
            this.own = own;
            this.ofUnits = ofUnits;
        }

        public boolean by(String unit, String period, UUID file) {
            return own.contains(file)
                    || ofUnits.getOrDefault(unit + "|" + period, Set.of()).contains(file);
        }
    }

    /** Which of the files the author may cite. */
    public Citable citable(Collection<UUID> files, String author) {
        Set<UUID> own = new HashSet<>();
        Map<String, Set<UUID>> ofUnits = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ownFiles = connection.prepareStatement(OWN);
                PreparedStatement cited = connection.prepareStatement(CITED_BY_UNITS)) {
            ownFiles.setArray(1, connection.createArrayOf("uuid", files.toArray()));
            ownFiles.setString(2, author);
            try (ResultSet row = ownFiles.executeQuery()) {
                while (row.next()) {
                    own.add(row.getObject(1, UUID.class));
                }
            }
            cited.setArray(1, connection.createArrayOf("uuid", files.toArray()));
            try (ResultSet row = cited.executeQuery()) {
                while (row.next()) {
                    ofUnits.computeIfAbsent(row.getString(1), unit -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("evidence not read", failed);
        }
        return new Citable(own, ofUnits);
    }

    /** What any revision of the measurements cites. */
    public Map<UUID, Set<UUID>> citedBy(Connection tx, Collection<UUID> measurements) throws SQLException {
        Map<UUID, Set<UUID>> cited = new HashMap<>();
        try (PreparedStatement select = tx.prepareStatement(CITED_BY)) {
            select.setArray(1, tx.createArrayOf("uuid", measurements.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cited.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return cited;
    }

    /** In the transaction that writes the revisions. */
    public void cite(Connection tx, List<Citation> citations) throws SQLException {
        if (citations.isEmpty()) {
            return;
        }
        try (PreparedStatement cite = tx.prepareStatement(CITE)) {
            cite.setArray(1, column(tx, "uuid", citations, Citation::measurement));
            cite.setArray(2, column(tx, "int4", citations, Citation::revision));
            cite.setArray(3, column(tx, "uuid", citations, Citation::evidence));
            cite.executeUpdate();
        } catch (SQLException failed) {
            if (sweptBetween(failed)) {
                throw gone();
            }
            throw failed;
        }
    }

    /** A file that nobody cited in time may go between the look for it and its citation. */
    private static boolean sweptBetween(SQLException failed) {
        return FOREIGN_KEY.equals(failed.getSQLState())
                && String.valueOf(failed.getMessage()).contains("fk_revision_evidence_evidence");
    }

    private static ProblemException gone() {
        return new ProblemException(
                IndicatorProblem.EVIDENCE_UNKNOWN,
                new Text(
                        "Một tệp minh chứng vừa bị xóa vì không được dẫn trong thời hạn; hãy gửi lại tệp.",
                        "A file of evidence was deleted just now, for it was not cited in time; send it again."));
    }

    /** What waited with evidence is published with it. */
    public void carry(Connection tx, String unit, String period, String returnId) throws SQLException {
        try (PreparedStatement carry = tx.prepareStatement(CARRY)) {
            carry.setString(1, unit);
            carry.setString(2, period);
            carry.setString(3, returnId);
            carry.executeUpdate();
        }
    }

    private static java.sql.Array column(
            Connection tx, String type, List<Citation> rows, Function<Citation, Object> value) throws SQLException {
        return tx.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
