package vn.nhipso.indicator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:30Z");

    /** The example that the libraries of the specification test themselves with. */
    @Test
    void signatureShouldBeThatOfTheSpecification() {
        String header = Signature.header(
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}");

        assertThat(header).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secretShouldBeLongNewAndNeverInWords() {
        Secrets secrets = Secrets.first();

        assertThat(secrets.current())
                .startsWith("whsec_")
                .isNotEqualTo(Secrets.first().current());
        assertThat(Base64.getDecoder().decode(secrets.current().substring(6))).hasSize(32);
        assertThat(secrets.rotated(NOW).toString()).doesNotContain("whsec_").doesNotContain(secrets.current());
    }

    @Test
    void oldSecretShouldSignTooUntilItsTimeIsUp() {
        Secrets first = Secrets.first();
        Secrets rotated = first.rotated(NOW.plusSeconds(60));

        assertThat(first.at(NOW)).containsExactly(first.current());
        assertThat(rotated.at(NOW)).containsExactly(rotated.current(), first.current());
        assertThat(rotated.at(NOW.plusSeconds(60))).containsExactly(rotated.current());
    }

    @Test
    void waitShouldGrowWithAFifthOfChanceHeedTheReceiverAndEnd() {
        RetrySchedule schedule =
                new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), new Random(1));

        for (int time = 0; time < 100; time++) {
            assertThat(schedule.after(1, null)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
            assertThat(schedule.after(2, null)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        }
        assertThat(schedule.after(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(schedule.after(3, null)).isNull();
    }
}
