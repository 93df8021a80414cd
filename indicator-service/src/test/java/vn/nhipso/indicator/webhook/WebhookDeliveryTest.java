package vn.nhipso.indicator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.feed.Feed.figure;
import static vn.nhipso.indicator.feed.Feed.publish;
import static vn.nhipso.indicator.webhook.Hooks.SOON;
import static vn.nhipso.indicator.webhook.Hooks.awaitMessages;
import static vn.nhipso.indicator.webhook.Hooks.awaitState;
import static vn.nhipso.indicator.webhook.Hooks.get;
import static vn.nhipso.indicator.webhook.Hooks.hook;
import static vn.nhipso.indicator.webhook.Hooks.numerators;
import static vn.nhipso.indicator.webhook.Hooks.patch;
import static vn.nhipso.indicator.webhook.Hooks.post;
import static vn.nhipso.indicator.webhook.Hooks.register;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.feed.Feed;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** What receivers get, whatever they answer. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WebhookDeliveryTest {

    @Inject
    DataSource dataSource;

    @Inject
    Post post;

    @Inject
    WebhookConfig config;

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void messageShouldCarryTheChangesAndASignatureOfItsSecret() {
        try (TestReceiver receiver = new TestReceiver()) {
            Response registered = register(receiver.url(), ",\"unit\":\"65001\",\"indicators\":[\"ET02\"]");
            publish("ET01", "65001", "2020-01", 1);
            publish("ET02", "65002", "2020-01", 2);
            publish("ET02", "65001", "2020-01", 3);

            awaitMessages(receiver, 1);
            TestReceiver.Received message = receiver.received().getFirst();
            JsonPath body = new JsonPath(message.body());
            assertThat(body.getString("type")).isEqualTo("measurements.changed");
            assertThat(body.getList("data.changes.type")).containsExactly("PUBLISHED");
            assertThat(numerators(receiver.received())).containsExactly(3);
            assertThat(message.signature())
                    .isEqualTo(Signature.header(
                            List.of(registered.<String>path("secret")),
                            message.id(),
                            Long.parseLong(message.timestamp()),
                            message.body()));
            String id = registered.path("id");
            awaitState(id, "DELIVERED", 1);
            get(id + "/deliveries/" + message.id())
                    .then()
                    .body("attempts.status", contains(204))
                    .body("payload.data.changes", hasSize(1));
            Feed.changes("unit=65001&indicator=ET02&after=" + body.getString("data.next"))
                    .then()
                    .body("items", hasSize(0));
        }
    }

    @Test
    void messageShouldBeTriedAgainUnderItsIdAndThoseBehindItWait() {
        try (TestReceiver receiver = new TestReceiver().answering(500, 302, 429)) {
            String id = hook(receiver, "65002");
            publish("ET01", "65002", "2020-02", 10);
            awaitMessages(receiver, 1);
            publish("ET01", "65002", "2020-02", 11);
            awaitState(id, "DELIVERED", 2);

            assertThat(receiver.received().stream()
                            .map(TestReceiver.Received::id)
                            .distinct())
                    .hasSize(2);
            assertThat(receiver.received()).hasSize(5);
            assertThat(numerators(receiver.received())).containsExactly(10, 11);
            get(id + "/deliveries/" + receiver.received().getFirst().id())
                    .then()
                    .body("attempts.status", hasItems(500, 302, 204))
                    .body("attempts.size()", equalTo(4))
                    .body("attempts[0].answer", equalTo("answered 500"));
            get(id).then().body("failingSince", nullValue());
        }
    }

    @Test
    void messageShouldArriveWhenARefusingReceiverIsBack() {
        TestReceiver gone = new TestReceiver();
        String id = hook(gone, "65003");
        gone.close();
        publish("ET01", "65003", "2020-03", 12);
        awaitState(id, "FAILED", 1);
        get(id + "/deliveries").then().body("items[0].attempts[0].failure", equalTo("no connection to the receiver"));

        try (TestReceiver back = new TestReceiver(gone.port())) {
            patch(id, "{\"state\":\"ENABLED\"}").then().statusCode(200);
            awaitMessages(back, 1);
            assertThat(numerators(back.received())).containsExactly(12);
        }
    }

    @Test
    void manyChangesShouldComeInOrderInSeveralMessages() {
        try (TestReceiver receiver = new TestReceiver()) {
            hook(receiver, "65004");
            Province.send(IntStream.rangeClosed(0, 44)
                    .mapToObj(n -> figure("ET01", "65004", period(n), n))
                    .toArray(String[]::new));
            publish("ET01", "65004", period(0), 99);

            await().atMost(SOON).untilAsserted(() -> assertThat(numerators(receiver.received()))
                    .hasSize(46));
            assertThat(numerators(receiver.received())).endsWith(99);
            assertThat(receiver.received())
                    .allSatisfy(message -> assertThat(new JsonPath(message.body()).getList("data.changes"))
                            .hasSizeLessThanOrEqualTo(20));
            // A message whose answer came too late for the sender comes once more, under its id.
            Map<String, String> messages = new LinkedHashMap<>();
            receiver.received().forEach(message -> messages.putIfAbsent(message.id(), message.body()));
            assertThat(messages.values().stream()
                            .flatMap(body -> new JsonPath(body).<String>getList("data.changes.sequence").stream())
                            .map(sequence -> Long.valueOf(sequence.substring(10))))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static String period(int number) {
        return "%d-%02d".formatted(2021 + number / 12, 1 + number % 12);
    }

    @Test
    void receiverThatHangsShouldNotHoldUpOthers() {
        try (TestReceiver slow = new TestReceiver().hanging();
                TestReceiver quick = new TestReceiver()) {
            hook(slow, "65005");
            hook(quick, "65005");
            publish("ET01", "65005", "2020-04", 13);
            awaitMessages(slow, 1);
            publish("ET01", "65005", "2020-04", 14);

            await().atMost(SOON).untilAsserted(() -> assertThat(numerators(quick.received()))
                    .containsExactly(13, 14));
            assertThat(numerators(slow.received())).containsExactly(13);
        }
    }

    @Test
    void replayShouldTellAgainFromAPlaceAndRedeliveryTheSameMessage() {
        try (TestReceiver receiver = new TestReceiver()) {
            String id = hook(receiver, "65006");
            publish("ET01", "65006", "2020-05", 15);
            awaitMessages(receiver, 1);
            awaitState(id, "DELIVERED", 1);
            TestReceiver.Received first = receiver.received().getFirst();
            publish("ET01", "65006", "2020-05", 16);
            awaitState(id, "DELIVERED", 2);

            post(id + "/deliveries/" + first.id() + "/redelivery", "").then().statusCode(202);
            awaitMessages(receiver, 3);
            assertThat(receiver.received().getLast().id()).isEqualTo(first.id());
            assertThat(receiver.received().getLast().body()).isEqualTo(first.body());

            post(id + "/replay", "{\"after\":\"" + new JsonPath(first.body()).getString("data.next") + "\"}")
                    .then()
                    .statusCode(200);
            awaitMessages(receiver, 4);
            assertThat(numerators(receiver.received())).containsExactly(15, 16, 16);
        }
    }

    @Test
    void webhookShouldBeDisabledWhenAllAttemptsFailedAndGoOnWhenItIsEnabled() {
        try (TestReceiver receiver = new TestReceiver().answering(500, 500, 500, 500, 500, 500)) {
            String id = hook(receiver, "65001");
            publish("ET01", "65001", "2020-06", 17);
            awaitState(id, "FAILED", 1);
            get(id).then()
                    .body("state", equalTo("DISABLED"))
                    .body("disabledReason", equalTo("GIVEN_UP"))
                    .body("failingSince", notNullValue());
            publish("ET01", "65001", "2020-06", 18);
            assertThat(receiver.received()).hasSize(6);

            patch(id, "{\"state\":\"ENABLED\"}").then().statusCode(200).body("disabledReason", nullValue());
            await().atMost(SOON).untilAsserted(() -> assertThat(numerators(receiver.received()))
                    .containsExactly(17, 18));
            assertThat(receiver.received().get(6).id())
                    .isEqualTo(receiver.received().getFirst().id());
        }
    }

    @Test
    void receiverThatIsGoneShouldBeLeftAlone() {
        try (TestReceiver receiver = new TestReceiver().answering(410)) {
            String id = hook(receiver, "65002");
            publish("ET01", "65002", "2020-07", 19);

            await().atMost(SOON).untilAsserted(() -> get(id).then().body("disabledReason", equalTo("GONE")));
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void processThatEndsBetweenSendingAndMarkingShouldLeaveTheMessageToBeSentAgain() throws SQLException {
        try (TestReceiver receiver = new TestReceiver()) {
            String id = hook(receiver, "65003");
            // Stored, and its process ended before it was sent; nobody else takes it up for an hour.
            execute("INSERT INTO webhook_delivery (webhook, type, payload, next_attempt_at, created_at)"
                    + " VALUES ('%s', 'measurements.changed', '{}', now() + interval '1 hour', now())".formatted(id));
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
            Courier killed = new Courier(new DyingQueue(dataSource), post, config, later);

            assertThatThrownBy(() -> killed.serve(UUID.fromString(id))).hasMessage("killed");
            assertThat(receiver.received()).hasSize(1);
            awaitState(id, "PENDING", 1);
            execute("UPDATE webhook_delivery SET next_attempt_at = now() WHERE webhook = '%s'".formatted(id));

            awaitState(id, "DELIVERED", 1);
            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().stream()
                            .map(TestReceiver.Received::id)
                            .distinct())
                    .hasSize(1);
        }
    }

    /** Of a process that ends before it can write down what the receiver answered. */
    private static final class DyingQueue extends MessageQueue {

        DyingQueue(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        void delivered(Message message, Attempt attempt) {
            throw new IllegalStateException("killed");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
