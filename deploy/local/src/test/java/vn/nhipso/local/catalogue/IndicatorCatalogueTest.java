package vn.nhipso.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.demo.StartingCatalogue;

class IndicatorCatalogueTest {

    private final List<String> received = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private String answer = "{\"status\":\"APPLIED\",\"created\":90,\"redefined\":0,\"reworded\":0,\"unchanged\":0}";
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private boolean load(IndicatorCatalogue catalogue, boolean dryRun) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI base = URI.create("http://localhost:" + server.getAddress().getPort());
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            return catalogue.load(new ApiClient(http, base, null), dryRun, null, out);
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void startingCatalogueShouldBeTheIndicatorsOfTheDemoData() {
        JsonNode items = StartingCatalogue.items().path("items");

        assertThat(items).hasSize(90);
        assertThat(items).allSatisfy(item -> assertThat(item.at("/names/vi").asText())
                .as(item.path("code").asText())
                .isNotEmpty());
        assertThat(load(IndicatorCatalogue.of("start", StartingCatalogue.items()), false))
                .isTrue();
        assertThat(text()).contains("90 created, 0 redefined");
        assertThat(received).containsExactly("/v1/indicator-imports?dryRun=false application/json");
    }

    @Test
    void fileShouldBeSentAsWhatItIs(@TempDir Path folder) throws IOException {
        Path json = Files.writeString(folder.resolve("a"), " \n{\"items\":[]}");
        Path csv = Files.writeString(folder.resolve("b"), "code,name_vi\n");

        load(IndicatorCatalogue.of(json), true);
        load(IndicatorCatalogue.of(csv), true);

        assertThat(received)
                .containsExactly(
                        "/v1/indicator-imports?dryRun=true application/json",
                        "/v1/indicator-imports?dryRun=true text/csv");
    }

    @Test
    void refusalShouldNameTheBadRows() {
        status = 422;
        answer =
                "{\"status\":422,\"code\":\"CATALOGUE_REJECTED\",\"detail\":\"1 lỗi\",\"errors\":[{\"row\":3,\"pointer\":\"/kind\",\"code\":\"INVALID_FIELD\",\"detail\":\"x\"}]}";

        assertThat(load(IndicatorCatalogue.of("start", StartingCatalogue.items()), false))
                .isFalse();
        assertThat(text()).contains("CATALOGUE_REJECTED", "line 3 (/kind): INVALID_FIELD");
    }
}
