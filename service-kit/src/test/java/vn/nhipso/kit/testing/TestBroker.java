package vn.nhipso.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker in KRaft mode; one is shared by the test JVM, and a test that wants an outage starts its own. */
public final class TestBroker implements AutoCloseable {

    private static TestBroker shared;

    private final int port = freePort();
    private final int controllerPort = freePort();
    private final Path folder;
    private KafkaRaftServer server;

    private TestBroker(Path folder) {
        this.folder = folder;
    }

    /** The broker of this JVM. */
    public static synchronized TestBroker shared() {
        if (shared == null) {
            shared = create();
            shared.start();
        }
        return shared;
    }

    /** A broker with a log of its own, formatted and not yet started. */
    public static TestBroker create() {
        try {
            TestBroker broker = new TestBroker(Files.createTempDirectory("nhipso-kafka"));
            Path settings = broker.folder.resolve("server.properties");
            try (var out = Files.newOutputStream(settings)) {
                broker.settings().store(out, null);
            }
            StorageTool.execute(
                    new String[] {
                        "format",
                        "--config",
                        settings.toString(),
                        "--cluster-id",
                        Uuid.randomUuid().toString()
                    },
                    new java.io.PrintStream(
                            java.io.OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
            return broker;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        server.startup();
    }

    /** Stops it; {@link #start()} goes on with the same log and ports. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
