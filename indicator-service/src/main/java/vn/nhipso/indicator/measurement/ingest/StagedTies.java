package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.evidence.Citations;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.kit.event.EventJson;

/** What else is written with a long delivery: the returns that its drafts wait in, and the files that it cites. */
@ApplicationScoped
class StagedTies {

    private final WaitingReturns returns;
    private final Citations citations;

    StagedTies(WaitingReturns returns, Citations citations) {
        this.returns = returns;
        this.citations = citations;
    }

    /**
     * Of a page.
     *
     * @param places where drafts are written; none where the author may publish
     */
    record Ties(Set<Place> places, List<Citations.Citation> citations) {

        static Ties of(Plan plan, List<Row> rows, boolean publishing) {
            return new Ties(publishing ? Set.of() : plan.places(), RowEvidence.citations(rows, plan.changes()));
        }
    }

    /** A write between two looks at the returns. */
    interface Write {
        @Nullable Long within(Connection tx) throws SQLException;
    }

    /** Writes with all that is tied to it; null when a return was closed or made by somebody else since the plan was made. */
    @Nullable Long write(Connection tx, UUID stage, Author author, Write write) throws SQLException {
        Ties all = read(tx, stage);
        if (all.places().isEmpty()) {
            Long position = write.within(tx);
            citations.cite(tx, all.citations());
            return position;
        }
        WaitingReturns.Held held = returns.hold(tx, all.places());
        if (!Collections.disjoint(held.closed(), all.places())) {
            return null;
        }
        Long position = write.within(tx);
        if (position == null || !held.keep(all.places(), author.name())) {
            return null;
        }
        citations.cite(tx, all.citations());
        return position;
    }

    private static Ties read(Connection tx, UUID stage) throws SQLException {
        Ties all = new Ties(new HashSet<>(), new ArrayList<>());
        try (PreparedStatement select =
                tx.prepareStatement("SELECT ties FROM measurement_stage_review WHERE stage = ? ORDER BY page")) {
            select.setObject(1, stage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Ties page = EventJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8), Ties.class);
                    all.places().addAll(page.places());
                    all.citations().addAll(page.citations());
                }
            }
        }
        return all;
    }
}
