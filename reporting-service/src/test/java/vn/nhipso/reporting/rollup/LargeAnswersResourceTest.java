package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Large answers beside small ones, and callers that do not read what they asked for. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class LargeAnswersResourceTest {

    private static final String SMALL = "indicator=LA-1&unit=la0&period=2022";
    private static final int UNITS = 50;
    private static final int MONTHS = 200;

    private static List<String> sent;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = IntStream.range(0, UNITS)
                .mapToObj(district -> unit("la" + district, "DISTRICT", "VN"))
                .toList();
        List<Event> events = new ArrayList<>(change(1, units));
        events.add(definition("LA-1", "COUNT", "FLOW", "DISTRICT", null));
        events.add(measurement("LA-1 la0 2022 OWN =7"));
        sent = Feed.send(events);
    }

    @Test
    void smallQuestionsShouldBeAnsweredWhileLargeAnswersAreNotReadAndTheirRoomIsFreeWhenTheyAreBrokenOff()
            throws IOException {
        Room room = Arc.container().instance(Room.class).get();
        assertThat(json(get(large(42), sent), "").getList("items")).hasSize(42 * UNITS);
        List<Socket> readers = new ArrayList<>();
        try {
            for (int reader = 0; reader < Room.MOST / (Room.OF_A_ROLLUP * UNITS * MONTHS); reader++) {
                readers.add(unread(large(MONTHS)));
            }
            assertThat(room.free()).isZero();
            assertThat(decimal(rollup(sent, SMALL), "value")).isEqualTo("7");
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        await().untilAsserted(() -> assertThat(room.free()).isEqualTo(Room.MOST));
    }

    private static String large(int months) {
        String periods = IntStream.range(0, months)
                .mapToObj(month -> "&period=%d-%02d".formatted(2004 + month / 12, month % 12 + 1))
                .collect(Collectors.joining());
        String units =
                IntStream.range(0, UNITS).mapToObj(unit -> "&unit=la" + unit).collect(Collectors.joining());
        return "/v1/rollups?indicator=LA-1" + units + periods;
    }

    /** Begins to read an answer. */
    private static Socket unread(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
