package vn.nhipso.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "40001", "40P01"})
    void databaseThatIsAwayOrBusyShouldBeAnOutage(String state) {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "XX000"})
    void statementThatIsWrongShouldBeNoOutage(String state) {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void poolThatHasNoConnectionShouldBeAnOutage() {
        assertThat(Outage.isBehind(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(Outage.isBehind(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
        assertThat(Outage.isBehind(new SQLException("something else"))).isFalse();
        assertThat(Outage.isBehind(new IllegalStateException("no database involved")))
                .isFalse();
    }
}
