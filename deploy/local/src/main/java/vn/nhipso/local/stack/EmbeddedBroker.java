package vn.nhipso.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/** Kafka in KRaft mode, broker and controller in one process, on a log folder that lasts. Services create their own topics. */
final class EmbeddedBroker implements StackMember {

    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms96m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MaxDirectMemorySize=128m",
            "-Djava.awt.headless=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final DataFolder data;
    private final Ports ports;
    private final ChildProcess process;

    private EmbeddedBroker(DataFolder data, Ports ports, ChildProcess process) {
        this.data = data;
        this.ports = ports;
        this.process = process;
    }

    static EmbeddedBroker start(DataFolder data, Ports ports) {
        try {
            Files.createDirectories(data.broker());
            Files.writeString(configuration(data), settings(data, ports));
        } catch (IOException e) {
            throw new StackException(
                    "Kafka's folder " + data.broker() + " cannot be written (" + e.getMessage() + ").", e);
        }
        if (!Files.exists(log(data).resolve("meta.properties"))) {
            format(data);
        }
        return new EmbeddedBroker(data, ports, launch(data));
    }

    private static Path configuration(DataFolder data) {
        return data.broker().resolve("server.properties");
    }

    private static Path log(DataFolder data) {
        return data.broker().resolve("log");
    }

    private static String settings(DataFolder data, Ports ports) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # Consumers may ask for less patience with each other than the usual six seconds.
                group.min.session.timeout.ms=1000
                # A killed broker is let in again when its former life counts as dead: nine seconds otherwise.
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=3000
                # A kill -9 of the broker loses nothing without this; it bounds what a power cut can take.
                log.flush.interval.ms=1000
                # Memory-bounded: the default buffer alone is 128 MB.
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=2
                """.formatted(ports.controller(), ports.broker(), log(data));
    }

    private static void format(DataFolder data) {
        Path log = data.log("kafka-format");
        List<String> command = java();
        command.add("kafka.tools.StorageTool");
        command.addAll(
                List.of("format", "--ignore-formatted", "-t", Uuid.randomUuid().toString()));
        command.addAll(List.of("-c", configuration(data).toString()));
        try {
            Process format = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!format.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || format.exitValue() != 0) {
                format.destroyForcibly();
                throw new StackException("Kafka's log folder cannot be made: " + LastWords.of(log, 0) + " (" + log
                        + "); deploy/local/up --fresh begins anew.");
            }
        } catch (IOException e) {
            throw new StackException("Kafka's log folder cannot be made (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Kafka's log folder was made.", e);
        }
    }

    private static ChildProcess launch(DataFolder data) {
        List<String> command = java();
        command.addAll(List.of("kafka.Kafka", configuration(data).toString()));
        return ChildProcess.start(
                new ChildProcess.Specification("kafka", command, Map.of(), ChildProcess.Ending.JAVA), data);
    }

    /** The launcher's own class path holds the broker. */
    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Machine.java());
        command.addAll(JAVA_OPTIONS);
        command.addAll(Machine.javaOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            // The listener opens when the broker is through its recovery.
            socket.connect(new InetSocketAddress("127.0.0.1", ports.broker()), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public StackMember startAgain() {
        return new EmbeddedBroker(data, ports, launch(data));
    }
}
