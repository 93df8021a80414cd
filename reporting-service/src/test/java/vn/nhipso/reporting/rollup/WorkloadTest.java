package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;

/** A question is refused for what it is made of, not for how few numbers it asks for. */
class WorkloadTest {

    private static final int COMMUNES = 1_000;

    @Test
    void fewNumbersThatAreMadeOfVeryManyShouldBeRefused() throws SQLException {
        ReportingDatabase database = new ReportingDatabase();
        List<Version> units = IntStream.range(0, COMMUNES)
                .mapToObj(commune -> Events.unit("596" + commune, "COMMUNE", "VN"))
                .toList();
        database.apply(Events.change(1, units));
        database.inTransaction(connection -> {
            RollupReader reader = new RollupReader(connection);
            assertThat(reader.isMuch(days(100), List.of("VN"))).isTrue();
            assertThat(reader.isMuch(days(101), List.of("5960", "5961"))).isFalse();
            assertThatThrownBy(() -> reader.isMuch(days(101), List.of("VN")))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ReportingProblem.TOO_MANY_ITEMS));
        });
    }

    private static List<Pair> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Pair("REG-TEAMS", Period.parse("2024-01-01")))
                .toList();
    }
}
