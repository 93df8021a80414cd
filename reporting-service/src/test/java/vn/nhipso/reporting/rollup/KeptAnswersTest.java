package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Feed;

/** What was answered is told again while it is true, and not a moment longer. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class KeptAnswersTest {

    @Inject
    Answering answering;

    private final AtomicInteger readings = new AtomicInteger();

    private record Told(long figures, String sequence) {}

    @BeforeAll
    static void report() {
        Feed.topics();
        Feed.send(change(1, List.of(unit("k1", "PROVINCE", "VN"), unit("k11", "COMMUNE", "k1"))));
        Feed.send(definition("K-A", "COUNT", "FLOW", "COMMUNE", null));
    }

    @Test
    void anAnswerShouldBeReadOnceUntilItChangesAndHaveTheWatermarkOfNow() {
        Told before = ask(Feed.send(measurement("K-A k11 2024-01 OWN =1")), "once");
        Told again = ask(Feed.send(), "once");
        assertThat(readings).hasValue(1);
        assertThat(again.figures()).isEqualTo(before.figures()).isOne();

        Told after = ask(Feed.send(measurement("K-A k11 2024-02 OWN =1")), "once");
        assertThat(readings).hasValue(2);
        assertThat(after.figures()).isEqualTo(2);
        assertThat(after.sequence()).isNotEqualTo(before.sequence());
    }

    @Test
    void whatIsTooLargeShouldNotBeKept() {
        List<String> sequence = Feed.send(measurement("K-A k11 2023-01 OWN =1"));
        ask(sequence, 501);
        ask(sequence, 501);
        assertThat(readings).hasValue(2);
    }

    private Told ask(List<String> sequence, Object asked) {
        Question<Long> question = new Question<>(
                List.of("KeptAnswersTest", asked),
                List.of("K-A"),
                null,
                false,
                this::figures,
                _ -> asked instanceof Integer size ? size : 1);
        return answering.answer(question, sequence, (figures, now) -> new Told(figures, now.sequence()));
    }

    private long figures(Connection connection) throws SQLException {
        readings.incrementAndGet();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM fact WHERE indicator = 'K-A' AND period > '2024'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
