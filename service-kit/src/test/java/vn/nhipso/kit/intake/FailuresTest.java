package vn.nhipso.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P02", "23514", "54000", "21000", "0A000", "P0001", "44000"})
    void whatAnEventCausesShouldBeARejection(String state) {
        assertThat(Failures.isRejection(new IllegalStateException(new SQLException("no", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "25006", "28P01", "3D000", "40P01", "42P01", "53100", "55P03", "57P01", "58030", "XX001"
            })
    void whatTheDatabaseCausesShouldBeAnOutage(String state) {
        assertThat(Failures.isRejection(new IllegalStateException(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void statementPreparedBeforeAMigrationShouldBeAnOutage() {
        assertThat(Failures.isRejection(new SQLException("ERROR: cached plan must not change result type", "0A000")))
                .isFalse();
    }

    @Test
    void exhaustedPoolShouldBeAnOutage() {
        assertThat(Failures.isRejection(new SQLException("Acquisition timeout while waiting for new connection")))
                .isFalse();
    }
}
