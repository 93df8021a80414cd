package vn.nhipso.indicator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.nhipso.indicator.webhook.Hooks.SOON;
import static vn.nhipso.indicator.webhook.Hooks.get;
import static vn.nhipso.indicator.webhook.Hooks.register;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.indicator.feed.Feed;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** A receiver whose certificate nobody vouches for. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class UntrustedReceiverTest {

    private static final String WORD = "changeit";

    @TempDir
    Path folder;

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void receiverWithoutATrustedCertificateShouldGetNothing() throws Exception {
        AtomicInteger received = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String id = register("https://localhost:" + server.getAddress().getPort() + "/hook", ",\"unit\":\"65004\"")
                    .path("id");
            Feed.publish("ET02", "65004", "2020-09", 21);

            await().atMost(SOON).untilAsserted(() -> get(id + "/deliveries")
                    .then()
                    .body(
                            "items[0].attempts[0].failure",
                            equalTo("the receiver's certificate or TLS is not accepted")));
            assertThat(received).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        WORD)
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, WORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
