package vn.nhipso.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Service;

/** What the services take of the machine's memory: the process as Linux counts it, and the heap in it as Java does. */
final class ServiceMemory {

    private static final long DEMANDED_MIB = 350;
    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

    private final DataFolder data;
    private final Map<Service, ApiClient> services;

    ServiceMemory(DataFolder data, Map<Service, ApiClient> services) {
        this.data = data;
        this.services = services;
    }

    void print(String when, PrintStream out) {
        out.printf("%nmemory %s, in MiB%n", when);
        services.forEach((service, client) -> out.printf(
                Locale.ROOT,
                "  %-18s process %4s   most so far %4s   heap %4s   demanded %d%n",
                service.module(),
                figure(process(service, "VmRSS")),
                figure(process(service, "VmHWM")),
                figure(heap(client)),
                DEMANDED_MIB));
    }

    /** Of one service, in one line. */
    String of(Service service) {
        ApiClient client = services.get(service);
        return "process " + figure(process(service, "VmRSS")) + " MiB, heap "
                + (client == null ? "-" : figure(heap(client))) + " MiB";
    }

    private static String figure(OptionalLong bytes) {
        return bytes.isPresent() ? Long.toString(bytes.getAsLong() >> 20) : "-";
    }

    private OptionalLong process(Service service, String line) {
        return process(data, service.module(), line);
    }

    /** A line of what Linux says of a process, in bytes; empty elsewhere. */
    static OptionalLong process(DataFolder data, String process, String line) {
        return read(data.pidFile(process), pid -> Path.of("/proc", pid.strip(), "status"))
                .lines()
                .filter(text -> text.startsWith(line + ":"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    private static String read(Path pidFile, Function<String, Path> status) {
        try {
            return Files.readString(status.apply(Files.readString(pidFile)));
        } catch (IOException unknown) {
            return "";
        }
    }

    private static OptionalLong heap(ApiClient client) {
        String metrics = client.once(client.request("/q/metrics")
                        .setHeader("Accept", "text/plain")
                        .GET()
                        .build())
                .body();
        return metrics.contains(HEAP)
                ? OptionalLong.of((long) metrics.lines()
                        .filter(line -> line.startsWith(HEAP))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                : OptionalLong.empty();
    }
}
