package vn.nhipso.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of a stack, all on the loopback address; the offset shifts every one of them, so that several stacks stand side by side. */
public record Ports(int offset) {

    private static final int HIGHEST_OFFSET = 57_000;

    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new StackException("--offset must be between 0 and " + HIGHEST_OFFSET + ", not " + offset + ".");
        }
    }

    public int of(Service service) {
        return 8081 + service.ordinal() + offset;
    }

    public int database() {
        return 8085 + offset;
    }

    public int broker() {
        return 8092 + offset;
    }

    public int controller() {
        return 8093 + offset;
    }

    public URI uri(Service service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    public String bootstrap() {
        return "127.0.0.1:" + broker();
    }

    public String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + database() + "/" + database;
    }

    void requireFree() {
        all().forEach((name, port) -> {
            if (!isFree(port)) {
                throw new StackException(
                        "Port " + port + " (" + name + ") is in use: stop what listens there, or shift all ports"
                                + " with --offset, for example --offset " + (offset + 100) + ".");
            }
        });
    }

    private Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.module(), of(service));
        }
        ports.put("PostgreSQL", database());
        ports.put("Kafka", broker());
        ports.put("Kafka controller", controller());
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections that linger from a stack that has just ended are no reason to refuse.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
