package vn.nhipso.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of a stack, all on the loopback address; the offset shifts every one of them, so that several stacks stand side by side.
 *
 * @param reporting how many instances of the reporting service share its work; the first has the service's port, the others those after Kafka's
 */
public record Ports(int offset, int reporting) {

    private static final int HIGHEST_OFFSET = 57_000;
    static final int MOST_REPORTING = 6;

    public Ports(int offset) {
        this(offset, 1);
    }

    public Ports {
        if (reporting < 1 || reporting > MOST_REPORTING) {
            throw new StackException(
                    "--reporting must be between 1 and " + MOST_REPORTING + ", not " + reporting + ".");
        }
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new StackException("--offset must be between 0 and " + HIGHEST_OFFSET + ", not " + offset + ".");
        }
    }

    public int of(Service service) {
        return 8081 + service.ordinal() + offset;
    }

    public int of(ServiceInstance instance) {
        return instance.number() == 1 ? of(instance.service()) : controller() + instance.number() - 1;
    }

    /** All processes of services that a stack with these ports consists of. */
    public List<ServiceInstance> instances() {
        List<ServiceInstance> instances = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int number = 1; number <= (service == Service.REPORTING ? reporting : 1); number++) {
                instances.add(new ServiceInstance(service, number));
            }
        }
        return instances;
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

    public URI uri(ServiceInstance instance) {
        return URI.create("http://127.0.0.1:" + of(instance));
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
        for (ServiceInstance instance : instances()) {
            ports.put(instance.module(), of(instance));
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
